import Foundation
import Logging
import SpeechProviders
import VoiceCore

extension ProviderVoicePool {
  /// Takes the voice from its owners, then from the provider; the deletion queue remembers it in between.
  func evict(_ voiceID: String) async throws(VoiceCreationFailure) {
    let owners = machine.owners(of: voiceID)
    _ = machine.retire(voiceID, at: now)
    do {
      try await take(voiceID, from: owners)
    } catch {
      machine.unretire(voiceID)
      throw VoiceCreationFailure(.internalFailure("evict: \(error)"))
    }
    do throws(SpeechError) {
      try await parts.cloning.deleteVoice(id: voiceID)
    } catch {
      if error.hadNoEffect { await giveBack(voiceID, to: owners) }
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

  /// The last owner's change puts the voice into the queue; one that nobody owns is put there here.
  private func take(_ voiceID: String, from owners: Set<String>) async throws {
    for owner in owners {
      // Refused where the owner has another voice by now.
      _ = try await parts.clones.applyIfFitting(
        CloneChange(userID: owner, event: .evicted(voiceID: voiceID), at: now))
    }
    try await parts.deletions.enqueue(voiceID, at: now)
  }

  private func giveBack(_ voiceID: String, to owners: Set<String>) async {
    for owner in owners {
      let undo = CloneChange(userID: owner, event: .evictionUndone(voiceID: voiceID), at: now)
      if (try? await parts.clones.applyIfFitting(undo)) == true { machine.unretire(voiceID) }
    }
  }
}
