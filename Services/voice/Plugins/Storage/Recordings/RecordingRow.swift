import Foundation
import GRDB
import Schemas
import VoiceCore

/// Rows of the list: `recordings` joined with what samples and notes add.
enum RecordingRow {
  static let selection = """
    SELECT r.*, s.hash, s.active, s.state AS sample_state, n.routine_type, n.voice_source, n.voice_clone_id,
      EXISTS (SELECT 1 FROM waveforms w WHERE w.recording_id = r.id) AS has_waveform
    FROM recordings r LEFT JOIN samples s ON s.recording_id = r.id LEFT JOIN notes n ON n.recording_id = r.id
    """

  /// Also a rehearsal, but nothing that is not delivered, or gone.
  static func fetch(_ id: String, of userID: String, _ database: GRDB.Database) throws -> Recording? {
    try Row.fetchOne(
      database,
      sql: """
        \(selection) WHERE r.id = ? AND r.user_id = ? AND r.blob IS NOT NULL
        AND coalesce(n.state, 'confirmed') = 'confirmed'
        """, arguments: [id, userID]
    ).map(recording)
  }

  static func insert(_ recording: Recording, listed: Bool = true, _ database: GRDB.Database) throws {
    try database.execute(
      sql: """
        INSERT INTO recordings (id, user_id, kind, title, date, time, sort_date, days_back, created_at, duration, bytes,
          blob, listed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        recording.id, recording.userID, recording.kind.rawValue, recording.title, recording.date, recording.time,
        recording.sortDate(at: recording.createdAt), recording.date.flatMap(ShownDate.daysBack),
        recording.createdAt.milliseconds, recording.durationSeconds, recording.byteCount,
        recording.blob.text, listed,
      ])
  }

  static func recording(_ row: Row) throws -> Recording {
    guard let kind = RecordingAnswer.Kind(rawValue: row["kind"]) else { throw UnreadableRow(table: "recordings") }
    var recording = Recording(
      id: row["id"], userID: row["user_id"], kind: kind, title: row["title"], date: row["date"], time: row["time"],
      createdAt: Date(milliseconds: row["created_at"]), durationSeconds: row["duration"], byteCount: row["bytes"],
      blob: BlobID(stored: row["blob"]), sample: sampleFacts(row), note: noteFacts(row))
    recording.hasWaveform = row["has_waveform"]
    return recording
  }

  private static func sampleFacts(_ row: Row) -> Recording.SampleFacts? {
    guard let hash = row["hash"] as String?, let text = row["sample_state"] as String?,
      let state = RecordingAnswer.State(rawValue: text)
    else { return nil }
    return Recording.SampleFacts(hash: hash, isActive: row["active"], state: state)
  }

  private static func noteFacts(_ row: Row) -> Recording.NoteFacts? {
    (row["routine_type"] as String?).map {
      Recording.NoteFacts(routineType: $0, voiceSource: row["voice_source"], voiceCloneID: row["voice_clone_id"])
    }
  }
}
