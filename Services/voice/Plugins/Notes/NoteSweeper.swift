import Capabilities
import Foundation
import Logging
import Observability
import Schemas
import ServiceClients
import VoiceCore

/// Settles notes that perform left behind, by what billing says of their charge (G4).
struct NoteSweeper: Sendable {
  let use: NoteUse
  let billing: ChargeSettlement
  /// Longer than any reservation lives.
  let age: TimeInterval
  let metrics: MetricRegistry
  let logger: Logger

  /// One round over the notes that are old enough.
  func sweep() async throws {
    let limit = use.clock.now().addingTimeInterval(-age)
    for note in try await use.notes.unsettled(openedBefore: limit, limit: 100) {
      do {
        try await settle(note)
      } catch {
        // The others are settled all the same; this one is looked at again in the next round.
        metrics.increment("notes_swept_total", labels: ["outcome": "failed"])
        logger.warning(
          "note_sweep_failed", metadata: ["performance_id": "\(note.performanceID)", "error": "\(error)"])
      }
    }
  }

  private func settle(_ note: Note) async throws {
    let isCharged = try await billing.isCharged(note.performanceID)
    if isCharged && note.state == .sealed {
      // The answer died with perform; the note itself is what was paid for.
      _ = try await use.confirm(note.performanceID, answer: nil)
    } else {
      if isCharged { logger.error("note_charged_without_audio", metadata: ["performance_id": "\(note.performanceID)"]) }
      try await use.discard(note.performanceID, attempt: note.attempt)
    }
    metrics.increment("notes_swept_total", labels: ["outcome": isCharged ? "confirmed" : "discarded"])
    logger.info(
      "note_swept", metadata: ["performance_id": "\(note.performanceID)", "charged": .stringConvertible(isCharged)])
  }
}
