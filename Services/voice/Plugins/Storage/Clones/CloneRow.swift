import Foundation
import GRDB
import Persistence
import Schemas
import VoiceCore

/// Clones as rows.
enum CloneRow {
  static func fetch(_ userID: String, _ database: GRDB.Database) throws -> CloneRecord? {
    try database.cachedRow("SELECT * FROM clones WHERE user_id = ?", [userID]).map(record)
  }

  static func record(_ row: Row) throws -> CloneRecord {
    guard let state = CloneState(rawValue: row["state"]) else { throw UnreadableRow(table: "clones") }
    var clone = CloneRecord(userID: row["user_id"], state: state, updatedAt: Date(milliseconds: row["updated_at"]))
    clone.voiceID = row["voice_id"]
    clone.previousVoiceID = row["previous_voice_id"]
    clone.provider = row["provider"]
    clone.sampleHash = row["sample_hash"]
    clone.intentID = row["intent_id"]
    clone.lastPerformAt = (row["last_perform_at"] as Int64?).map { Date(milliseconds: $0) }
    return clone
  }

  static func save(_ clone: CloneRecord, _ database: GRDB.Database) throws {
    try database.cachedExecute(
      """
      INSERT OR REPLACE INTO clones (user_id, state, voice_id, previous_voice_id, provider, sample_hash, intent_id,
        last_perform_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        clone.userID, clone.state.rawValue, clone.voiceID, clone.previousVoiceID, clone.provider, clone.sampleHash,
        clone.intentID, clone.lastPerformAt?.milliseconds, clone.updatedAt.milliseconds,
      ])
  }
}

/// A row that this version cannot have written.
struct UnreadableRow: Error {
  var table: String
}
