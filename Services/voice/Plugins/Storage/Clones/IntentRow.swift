import Foundation
import GRDB
import VoiceCore

/// Creation intents as rows; settled ones stay, as the history of creations.
enum IntentRow {
  static func apply(_ change: CloneChange.IntentChange, _ database: GRDB.Database) throws {
    switch change {
    case .open(let intent): try insert(intent, database)
    case .settle(let id, let status):
      try database.execute(
        sql: "UPDATE creation_intents SET status = ? WHERE id = ?", arguments: [status.rawValue, id])
    }
  }

  static func unsettled(_ database: GRDB.Database) throws -> [CreationIntent] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM creation_intents WHERE status IN ('open', 'uncertain') ORDER BY created_at"
    ).map(intent)
  }

  static func fetch(_ id: String, _ database: GRDB.Database) throws -> CreationIntent? {
    try Row.fetchOne(database, sql: "SELECT * FROM creation_intents WHERE id = ?", arguments: [id]).map(intent)
  }

  static func creations(of userID: String, since: Date, _ database: GRDB.Database) throws -> [Date] {
    try Int64.fetchAll(
      database,
      sql: """
        SELECT created_at FROM creation_intents WHERE user_id = ? AND created_at > ? AND status != 'failed'
        ORDER BY created_at
        """, arguments: [userID, since.milliseconds]
    ).map { Date(milliseconds: $0) }
  }

  static func hasRefused(_ sampleHash: String, of userID: String, _ database: GRDB.Database) throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (SELECT 1 FROM creation_intents WHERE user_id = ? AND sample_hash = ? AND status = 'refused')
        """, arguments: [userID, sampleHash]) ?? false
  }

  private static func insert(_ intent: CreationIntent, _ database: GRDB.Database) throws {
    try database.execute(
      sql: "INSERT INTO creation_intents (id, user_id, sample_hash, created_at, status) VALUES (?, ?, ?, ?, ?)",
      arguments: [
        intent.id, intent.userID, intent.sampleHash, intent.createdAt.milliseconds, intent.status.rawValue,
      ])
  }

  private static func intent(_ row: Row) throws -> CreationIntent {
    guard let status = CreationIntent.Status(rawValue: row["status"]) else {
      throw UnreadableRow(table: "creation_intents")
    }
    return CreationIntent(
      id: row["id"], userID: row["user_id"], sampleHash: row["sample_hash"],
      createdAt: Date(milliseconds: row["created_at"]), status: status)
  }
}
