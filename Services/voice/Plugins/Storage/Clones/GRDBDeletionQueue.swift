import Foundation
import GRDB
import Persistence
import VoiceCore

package struct GRDBDeletionQueue: DeletionQueue {
  private let database: Persistence.Database

  package init(_ database: Persistence.Database) {
    self.database = database
  }

  package func enqueue(_ voiceID: String, at now: Date) async throws {
    try await database.write { try DeletionRow.enqueue(voiceID, at: now, $0) }
  }

  package func due(at now: Date, limit: Int) async throws -> [PendingDeletion] {
    try await database.read { try DeletionRow.due(at: now, limit: limit, $0) }
  }

  package func finish(_ voiceID: String) async throws {
    try await database.write { try DeletionRow.remove(voiceID, $0) }
  }

  package func postpone(_ voiceID: String, until due: Date) async throws {
    try await database.write { database in
      try database.execute(
        sql: "UPDATE voice_deletions SET due_at = ?, attempts = attempts + 1 WHERE voice_id = ?",
        arguments: [due.milliseconds, voiceID])
    }
  }

  package func count() async throws -> Int {
    try await database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM voice_deletions") ?? 0 }
  }
}
