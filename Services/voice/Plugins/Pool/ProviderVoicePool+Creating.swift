import Capabilities
import Foundation
import Logging
import Observability
import SpeechProviders
import VoiceCore

extension ProviderVoicePool {
  package func create(_ order: VoiceOrder) async throws(VoiceCreationFailure) -> String {
    running.insert(order.intentID)
    defer { running.remove(order.intentID) }
    do throws(VoiceCreationFailure) {
      return try await ensureCapacityThenCreate(order)
    } catch {
      machine.creationFailed(order.intentID)
      parts.metrics.creationFailed()
      throw error
    }
  }

  private func ensureCapacityThenCreate(_ order: VoiceOrder) async throws(VoiceCreationFailure) -> String {
    guard budget.allowsCreation else { throw VoiceCreationFailure(.allowanceExhausted) }
    let stopwatch = Stopwatch()
    let voice = try await createInSlot(order)
    budget.spend()
    machine.created(voice.id, by: order.intentID, for: order.userID, at: now)
    parts.metrics.created(milliseconds: stopwatch.milliseconds)
    parts.logger.info("voice_created", metadata: ["voice_id": "\(voice.id)"])
    guard !voice.requiresVerification else { return try await refuseUnverified(voice.id) }
    await rename(voice.id, intentID: order.intentID)
    return voice.id
  }

  /// Somebody else may have filled the account since it was last read; then its state is read anew, once.
  private func createInSlot(_ order: VoiceOrder) async throws(VoiceCreationFailure) -> CreatedVoice {
    try await ensureCapacity(for: order)
    do throws(VoiceCreationFailure) {
      return try await createVoice(order)
    } catch {
      guard case .provider(let cause) = error.reason, cause.code == .voiceLimitReached, machine.capacity != nil
      else { throw error }
    }
    machine.creationFailed(order.intentID)
    try? await readProvider()
    try await ensureCapacity(for: order)
    return try await createVoice(order)
  }

  private func ensureCapacity(for order: VoiceOrder) async throws(VoiceCreationFailure) {
    while true {
      switch machine.reserve(order.intentID, for: order.userID, at: now) {
      case .granted: return
      case .evict(let voiceID): try await evict(voiceID)
      case .busy(let wait): throw VoiceCreationFailure(.poolBusy(retryAfter: wait))
      case .exhausted: throw VoiceCreationFailure(.poolExhausted)
      }
    }
  }

  private func createVoice(_ order: VoiceOrder) async throws(VoiceCreationFailure) -> CreatedVoice {
    let creation = VoiceCreation(
      name: "vm-\(order.intentID)", labels: parts.installation.labels(intentID: order.intentID),
      samples: order.samplePaths)
    do throws(SpeechError) {
      return try await parts.cloning.createVoice(creation)
    } catch {
      if !error.hadNoEffect, let found = await findVoice(order.intentID) { return found }
      throw VoiceCreationFailure(.provider(error), mayHaveCreated: !error.hadNoEffect)
    }
  }

  /// An answer that was lost may have had its effect: the provider's list tells.
  private func findVoice(_ intentID: String) async -> CreatedVoice? {
    let listed = try? await parts.cloning.voices()
    let found = listed?.first {
      parts.installation.owns($0.labels) && InstallationID.intentID(in: $0.labels) == intentID
    }
    return found.map { CreatedVoice(id: $0.id, requiresVerification: $0.requiresVerification) }
  }

  /// A voice that cannot speak before a person has verified it takes a slot for nothing.
  private func refuseUnverified(_ voiceID: String) async throws(VoiceCreationFailure) -> String {
    do {
      try await parts.deletions.enqueue(voiceID, at: now)
    } catch {
      throw VoiceCreationFailure(.internalFailure("\(error)"), mayHaveCreated: true)
    }
    _ = machine.retire(voiceID, at: now)
    throw VoiceCreationFailure(.verificationRequired)
  }

  /// A voice keeps its first name where this does not succeed; it is recognised by its labels anyway.
  func rename(_ voiceID: String, intentID: String) async {
    let labels = parts.installation.labels(intentID: intentID)
    for attempt in 1...2 where budget.allowsRename {
      do throws(SpeechError) {
        try await parts.cloning.renameVoice(id: voiceID, name: voiceID, labels: labels)
        budget.spend()
        return
      } catch {
        parts.logger.warning(
          "voice_rename_retry",
          metadata: ["voice_id": "\(voiceID)", "attempt": "\(attempt)", "error": "\(error)"])
        guard error.isRetryable else { return }
        try? await parts.pause.sleep(.milliseconds(250))
      }
    }
  }
}
