import Foundation
import Schemas

/// A user's clone as it stands: one row per user, changed only by ``CloneStateMachine``.
package struct CloneRecord: Sendable, Equatable {
  package var userID: String
  package var state: CloneState
  /// The voice that can speak now; `local_…` for a stub.
  package var voiceID: String?
  package var previousVoiceID: String?
  /// Speech plugin that holds ``voiceID``.
  package var provider: String?
  /// ``SampleSet/key`` of the samples that ``voiceID`` was made from.
  package var sampleHash: String?
  /// The creation that is under way.
  package var intentID: String?
  package var lastPerformAt: Date?
  package var updatedAt: Date

  package init(userID: String, state: CloneState = .none, updatedAt: Date) {
    self.userID = userID
    self.state = state
    self.updatedAt = updatedAt
  }

  /// Whether ``voiceID`` only exists on this machine and takes no slot at a provider.
  package var isLocal: Bool { provider == VoiceProvider.localName }

  /// What is to be said about a voice that is no copy.
  package var label: VoiceLabel? { isLocal && voiceID != nil ? .local : nil }

  /// Whether the voice that can speak now was made from this sample, alone or with others.
  package func isMade(from sampleHash: String) -> Bool {
    voiceID != nil && self.sampleHash.map { SampleSet.hashes(in: $0).contains(sampleHash) } ?? false
  }

  /// The voice that takes a slot at the provider.
  package var heldVoiceID: String? { isLocal ? nil : voiceID }
}
