import Foundation
import Logging
import SpeechProviders
import VoiceCore

extension ProviderVoicePool {
  /// Finishes or undoes creations that no process is working on: what the provider made is taken into use where the
  /// clone still waits for it, else deleted.
  func settleIntents(_ listed: [ProviderVoice]) async throws {
    let made = Dictionary(
      listed.compactMap { voice in InstallationID.intentID(in: voice.labels).map { ($0, voice) } }
    ) { first, _ in first }
    for intent in try await parts.clones.unsettledIntents() where !running.contains(intent.id) {
      if let voice = made[intent.id] {
        try await settle(intent, voice)
      } else if now.timeIntervalSince(intent.createdAt) > parts.configuration.longestCreation {
        try await give(up: intent, as: .abandoned)
      }
    }
    try await deleteLateVoices(listed)
  }

  private func settle(_ intent: CreationIntent, _ voice: ProviderVoice) async throws {
    let made = CloneEvent.made(
      voiceID: voice.id, provider: parts.providerName, sampleHash: intent.sampleHash, intentID: intent.id)
    // First here, then in the store: a clone whose voice the pool did not know would be made again.
    machine.include(KnownVoice(id: voice.id, owners: [intent.userID], lastUsedAt: intent.createdAt), at: now)
    guard !voice.requiresVerification, try await parts.clones.applyIfFitting(change(intent, made, .adopted)) else {
      try await parts.deletions.enqueue(voice.id, at: now)
      retire(voice.id)
      return try await give(up: intent, as: voice.requiresVerification ? .refused : .abandoned)
    }
    parts.logger.info("voice_adopted", metadata: ["voice_id": "\(voice.id)"])
    if voice.name != voice.id { await rename(voice.id, intentID: intent.id) }
  }

  private func give(up intent: CreationIntent, as status: CreationIntent.Status) async throws {
    try await parts.clones.settle(change(intent, .failed(intentID: intent.id), status))
  }

  private static let givenUp: Set<CreationIntent.Status> = [.abandoned, .failed, .refused]

  /// What the provider made after its creation had been given up belongs to nobody.
  private func deleteLateVoices(_ listed: [ProviderVoice]) async throws {
    let held = Set(try await parts.clones.held().compactMap(\.heldVoiceID))
    for voice in listed where !held.contains(voice.id) {
      guard let id = InstallationID.intentID(in: voice.labels), !running.contains(id),
        let intent = try await parts.clones.intent(id), Self.givenUp.contains(intent.status)
      else { continue }
      try await parts.deletions.enqueue(voice.id, at: now)
    }
  }

  private func change(
    _ intent: CreationIntent, _ event: CloneEvent?, _ status: CreationIntent.Status
  ) -> CloneChange {
    CloneChange(userID: intent.userID, event: event, intent: .settle(id: intent.id, status), at: now)
  }
}
