import Foundation
import GRDB
import VoiceCore

/// Voices that await deletion as rows.
enum DeletionRow {
  static func enqueue(_ voiceID: String, at now: Date, _ database: GRDB.Database) throws {
    try database.execute(
      sql: "INSERT OR IGNORE INTO voice_deletions (voice_id, queued_at, due_at) VALUES (?, ?, ?)",
      arguments: [voiceID, now.milliseconds, now.milliseconds])
  }

  static func remove(_ voiceID: String, _ database: GRDB.Database) throws {
    try database.execute(sql: "DELETE FROM voice_deletions WHERE voice_id = ?", arguments: [voiceID])
  }

  static func due(at now: Date, limit: Int, _ database: GRDB.Database) throws -> [PendingDeletion] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM voice_deletions WHERE due_at <= ? ORDER BY due_at, queued_at LIMIT ?",
      arguments: [now.milliseconds, limit]
    ).map { PendingDeletion(voiceID: $0["voice_id"], attempts: $0["attempts"]) }
  }
}
