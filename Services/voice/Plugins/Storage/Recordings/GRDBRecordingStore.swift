import Foundation
import GRDB
import Persistence
import Schemas
import VoiceCore

package struct GRDBRecordingStore: RecordingStore {
  private let database: Persistence.Database

  package init(_ database: Persistence.Database) {
    self.database = database
  }

  package func page(of userID: String, _ query: RecordingQuery) async throws -> [Recording] {
    try await database.read { database in
      let (condition, arguments) = Self.condition(userID, query)
      return try Row.fetchAll(
        database,
        sql: """
          \(RecordingRow.selection) WHERE \(condition)
          ORDER BY r.sort_date DESC, r.created_at DESC, r.id DESC LIMIT \(query.limit)
          """, arguments: arguments
      ).map(RecordingRow.recording)
    }
  }

  package func recording(_ id: String, of userID: String) async throws -> Recording? {
    try await database.read { try Self.fetch(id, userID, $0) }
  }

  package func patch(_ id: String, of userID: String, _ patch: RecordingPatch) async throws -> Recording? {
    try await database.write { database in
      guard let changed = try Self.fetch(id, userID, database).map(patch.applied) else { return nil }
      try database.execute(
        sql: "UPDATE recordings SET title = ?, date = ?, time = ?, sort_date = ? WHERE id = ?",
        arguments: [changed.title, changed.date, changed.time, changed.sortDate, id])
      return changed
    }
  }

  package func remove(_ id: String, of userID: String, at now: Date) async throws -> BlobID? {
    try await database.write { database in
      guard let recording = try Self.fetch(id, userID, database) else { return nil }
      switch recording.kind {
      case .sample, .decoy: try database.execute(sql: "DELETE FROM recordings WHERE id = ?", arguments: [id])
      case .note: try Self.hide(id, at: now, database)
      }
      return recording.blob
    }
  }

  /// A delivered note's row stays, so that its performance is never delivered or charged anew.
  private static func hide(_ id: String, at now: Date, _ database: GRDB.Database) throws {
    try database.execute(
      sql: "UPDATE recordings SET listed = 0, blob = NULL, title = NULL, removed_at = ? WHERE id = ?",
      arguments: [now.milliseconds, id])
    try database.execute(sql: "UPDATE notes SET answer = NULL WHERE recording_id = ?", arguments: [id])
  }

  private static func fetch(_ id: String, _ userID: String, _ database: GRDB.Database) throws -> Recording? {
    try Row.fetchOne(
      database,
      sql: """
        \(RecordingRow.selection) WHERE r.id = ? AND r.user_id = ? AND r.blob IS NOT NULL
        AND (n.state IS NULL OR n.state = 'confirmed')
        """, arguments: [id, userID]
    ).map(RecordingRow.recording)
  }

  private static func condition(_ userID: String, _ query: RecordingQuery) -> (String, StatementArguments) {
    var conditions = ["r.user_id = ? AND r.listed = 1"]
    var arguments: StatementArguments = [userID]
    if let kind = query.kind {
      conditions.append("r.kind = ?")
      arguments += [kind.rawValue]
    }
    if let text = query.text {
      conditions.append("r.title LIKE ? ESCAPE '\\'")
      arguments += ["%\(escaped(text))%"]
    }
    if let cursor = query.after {
      conditions.append("(r.sort_date, r.created_at, r.id) < (?, ?, ?)")
      arguments += [cursor.sortDate, cursor.createdAtMilliseconds, cursor.id]
    }
    return (conditions.joined(separator: " AND "), arguments)
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
  }
}
