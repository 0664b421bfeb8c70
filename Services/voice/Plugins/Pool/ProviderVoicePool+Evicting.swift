import Foundation
import Logging
import SpeechProviders
import VoiceCore

extension ProviderVoicePool {
  /// Takes the voice from its owner, then from the provider; the deletion queue remembers it in between.
  func evict(_ voiceID: String) async throws(VoiceCreationFailure) {
    let owner = machine.owner(of: voiceID)
    _ = machine.retire(voiceID, at: now)
    do {
      try await takeFromOwner(owner, voiceID)
    } catch {
      machine.unretire(voiceID)
      throw VoiceCreationFailure(.internalFailure("evict: \(error)"))
    }
    do throws(SpeechError) {
      try await parts.cloning.deleteVoice(id: voiceID)
    } catch {
      if error.hadNoEffect { await giveBack(owner, voiceID) }
      throw VoiceCreationFailure(.provider(error))
    }
    await evicted(voiceID)
  }

  private func evicted(_ voiceID: String) async {
    machine.vacated(voiceID)
    parts.metrics.evicted()
    parts.logger.info("voice_evicted", metadata: ["voice_id": "\(voiceID)"])
    // Left in the queue by a failing disk, it is deleted once more, which does no harm.
    try? await parts.deletions.finish(voiceID)
  }

  private func takeFromOwner(_ owner: String?, _ voiceID: String) async throws {
    do {
      guard let owner else { return try await parts.deletions.enqueue(voiceID, at: now) }
      try await parts.clones.apply(CloneChange(userID: owner, event: .evicted(voiceID: voiceID), at: now))
    } catch is CloneTransitionRefused {
      // The owner has another voice by now; this one is in the queue already, or belongs there.
      try await parts.deletions.enqueue(voiceID, at: now)
    }
  }

  private func giveBack(_ owner: String?, _ voiceID: String) async {
    guard let owner else { return }
    let undo = CloneChange(userID: owner, event: .evictionUndone(voiceID: voiceID), at: now)
    if (try? await parts.clones.apply(undo)) != nil { machine.unretire(voiceID) }
  }
}
