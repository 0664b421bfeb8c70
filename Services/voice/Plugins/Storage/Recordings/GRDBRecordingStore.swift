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
          ORDER BY \(condition.sortDate) DESC, \(RecordingCondition.sortTime) DESC, r.created_at DESC, r.id DESC
          LIMIT \(query.limit)
          """, arguments: condition.arguments
      ).map(RecordingRow.recording)
    }
  }

  package func recording(_ id: String, of userID: String) async throws -> Recording? {
    try await database.read { try RecordingRow.fetch(id, of: userID, $0) }
  }

  package func patch(_ id: String, of userID: String, _ patch: RecordingPatch) async throws -> Recording? {
    try await database.write { database in
      guard let changed = try RecordingRow.fetch(id, of: userID, database).map(patch.applied) else { return nil }
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
          \(RecordingRow.selection) LEFT JOIN clones c ON c.user_id = r.user_id AND c.voice_id IS NOT NULL
          WHERE r.blob IS NOT NULL AND r.created_at < ? AND coalesce(s.active, 0) = 0
            AND coalesce(n.state, 'confirmed') = 'confirmed'
            AND coalesce(instr('+' || c.sample_hash || '+', '+' || s.hash || '+'), 0) = 0
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

  package func remove(_ id: String, of userID: String, at now: Date) async throws -> RecordingRemoval {
    let removal = try await database.write { try RecordingRemovalRow.remove(id, of: userID, at: now, $0) }
    if case .removed = removal { try await database.emptyLog() }
    return removal
  }

  package func orphans(among blobs: [BlobID]) async throws -> [BlobID] {
    try await database.read { database in
      let named = try database.makeStatement(sql: "SELECT EXISTS (SELECT 1 FROM recordings WHERE blob = ?)")
      return try blobs.filter { try Bool.fetchOne(named, arguments: [$0.text]) != true }
    }
  }
}
