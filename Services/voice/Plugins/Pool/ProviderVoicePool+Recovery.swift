import Foundation
import Logging
import SpeechProviders
import VoiceCore

extension ProviderVoicePool {
  /// Longer than any creation can still be under way at the provider.
  private static let longestCreation: TimeInterval = 120

  /// Finishes or undoes creations that no process is working on: what the provider made is taken into use where the
  /// clone still waits for it, else deleted.
  func settleIntents(_ listed: [ProviderVoice]) async throws {
    let made = Dictionary(
      listed.compactMap { voice in InstallationID.intentID(in: voice.labels).map { ($0, voice.id) } }
    ) { first, _ in first }
    for intent in try await parts.clones.unsettledIntents() where !running.contains(intent.id) {
      if let voiceID = made[intent.id] {
        try await settle(intent, voiceID)
      } else if now.timeIntervalSince(intent.createdAt) > Self.longestCreation {
        try await abandon(intent)
      }
    }
  }

  private func settle(_ intent: CreationIntent, _ voiceID: String) async throws {
    let made = CloneEvent.made(
      voiceID: voiceID, provider: parts.providerName, sampleHash: intent.sampleHash, intentID: intent.id)
    do {
      try await parts.clones.apply(change(intent, made, .adopted))
      parts.logger.info("voice_adopted", metadata: ["voice_id": "\(voiceID)"])
    } catch is CloneTransitionRefused {
      try await parts.deletions.enqueue(voiceID, at: now)
      try await abandon(intent)
    }
  }

  private func abandon(_ intent: CreationIntent) async throws {
    do {
      try await parts.clones.apply(change(intent, .failed(intentID: intent.id), .abandoned))
    } catch is CloneTransitionRefused {
      try await parts.clones.apply(change(intent, nil, .abandoned))
    }
  }

  private func change(
    _ intent: CreationIntent, _ event: CloneEvent?, _ status: CreationIntent.Status
  ) -> CloneChange {
    CloneChange(userID: intent.userID, event: event, intent: .settle(id: intent.id, status), at: now)
  }
}
