import Foundation
import GRDB
import Schemas
import VoiceCore

/// Removing a recording as rows, in the caller's transaction.
enum RecordingRemovalRow {
  static func remove(
    _ id: String, of userID: String, at now: Date, _ database: GRDB.Database
  ) throws -> RecordingRemoval {
    guard let recording = try RecordingRow.fetch(id, of: userID, database) else { return .noSuchRecording }
    if let sample = recording.sample {
      if sample.isActive, try !replace(id, of: userID, database) { return .lastSample }
      try ConsentRow.withdraw(userID, sample.hash, at: now, database)
    }
    switch recording.kind {
    case .sample, .decoy: try database.execute(sql: "DELETE FROM recordings WHERE id = ?", arguments: [id])
    case .note: try hide(id, at: now, database)
    }
    return .removed(recording)
  }

  /// Sees to it that another sample is active.
  ///
  /// - Returns: `false` where there is no other.
  private static func replace(_ id: String, of userID: String, _ database: GRDB.Database) throws -> Bool {
    let others = try SampleRow.fetchAll(database, where: "s.user_id = ? AND s.recording_id != ?", [userID, id])
    guard let newest = others.first else { return false }
    let active = try SampleRow.active(of: userID, database).map(\.id)
    if active == [id] { try SampleRow.setActive(newest.id, true, database) }
    return true
  }

  /// A delivered note's row stays, so that its performance is never delivered or charged anew.
  private static func hide(_ id: String, at now: Date, _ database: GRDB.Database) throws {
    try database.execute(
      sql: "UPDATE recordings SET listed = 0, blob = NULL, title = NULL, removed_at = ? WHERE id = ?",
      arguments: [now.milliseconds, id])
    try database.execute(sql: "UPDATE notes SET answer = NULL, draft = NULL WHERE recording_id = ?", arguments: [id])
    try database.execute(sql: "DELETE FROM waveforms WHERE recording_id = ?", arguments: [id])
  }
}
