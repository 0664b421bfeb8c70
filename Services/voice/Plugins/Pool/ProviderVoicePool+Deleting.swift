import Foundation
import Logging
import SpeechProviders
import VoiceCore

extension ProviderVoicePool {
  /// Deletes the queued voices whose turn has come; a leased one waits for its lease.
  func deleteDue() async throws {
    for pending in try await parts.deletions.due(at: now, limit: 20) { try await delete(pending) }
    parts.metrics.deletionPending(try await parts.deletions.count())
  }

  private func delete(_ pending: PendingDeletion) async throws {
    guard machine.retire(pending.voiceID, at: now) else { return }
    do throws(SpeechError) {
      try await parts.cloning.deleteVoice(id: pending.voiceID)
    } catch {
      parts.logger.warning(
        "voice_deletion_failed",
        metadata: ["voice_id": "\(pending.voiceID)", "attempts": "\(pending.attempts + 1)", "error": "\(error)"])
      let due = now.addingTimeInterval(DeletionBackoff.seconds(after: pending.attempts))
      return try await parts.deletions.postpone(pending.voiceID, until: due)
    }
    machine.vacated(pending.voiceID)
    try await parts.deletions.finish(pending.voiceID)
    parts.logger.info("voice_deleted", metadata: ["voice_id": "\(pending.voiceID)"])
  }
}

/// How long a voice that could not be deleted waits.
package enum DeletionBackoff {
  /// 2 s, doubling up to an hour.
  package static func seconds(after attempts: Int) -> TimeInterval {
    min(3600, 2 * pow(2, Double(min(attempts, 20))))
  }
}
