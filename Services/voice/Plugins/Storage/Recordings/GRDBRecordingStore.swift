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
      let condition = RecordingCondition(userID, query)
      return try Row.fetchAll(
        database,
        sql: """
          \(RecordingRow.selection) WHERE \(condition.sql)
          ORDER BY \(condition.sortDate) DESC, r.created_at DESC, r.id DESC LIMIT \(query.limit)
          """, arguments: condition.arguments
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
        sql: "UPDATE recordings SET title = ?, date = ?, time = ?, sort_date = ?, days_back = ? WHERE id = ?",
        arguments: [
          changed.title, changed.date, changed.time, changed.sortDate(at: changed.createdAt),
          changed.date.flatMap(ShownDate.daysBack), id,
        ])
      return changed
    }
  }

  package func add(_ decoy: Recording) async throws {
    try await database.write { try RecordingRow.insert(decoy, $0) }
  }

  package func expired(madeBefore: Date, limit: Int) async throws -> [Recording] {
    try await database.read { database in
      try Row.fetchAll(
        database,
        sql: """
          \(RecordingRow.selection) WHERE r.listed = 1 AND r.created_at < ? AND coalesce(s.active, 0) = 0
          ORDER BY r.created_at LIMIT ?
          """, arguments: [madeBefore.milliseconds, limit]
      ).map(RecordingRow.recording)
    }
  }

  package func waveform(of id: String) async throws -> [UInt8]? {
    try await database.read { database in
      try Data.fetchOne(database, sql: "SELECT levels FROM waveforms WHERE recording_id = ?", arguments: [id])
        .map { [UInt8]($0) }
    }
  }

  package func keepWaveform(_ levels: [UInt8], of id: String) async throws {
    try await database.write { database in
      try database.execute(
        sql: "INSERT OR IGNORE INTO waveforms SELECT id, ? FROM recordings WHERE id = ? AND blob IS NOT NULL",
        arguments: [Data(levels), id])
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
    try database.execute(sql: "DELETE FROM waveforms WHERE recording_id = ?", arguments: [id])
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
}
