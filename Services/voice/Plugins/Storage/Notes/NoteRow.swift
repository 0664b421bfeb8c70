import Foundation
import GRDB
import Persistence
import Schemas
import VoiceCore

/// Notes as rows: what the list shows in `recordings`, the rest in `notes`.
enum NoteRow {
  static func fetch(_ performanceID: String, _ database: GRDB.Database) throws -> Note? {
    try fetchAll(database, where: "n.performance_id = ?", [performanceID]).first
  }

  static func fetchAll(
    _ database: GRDB.Database, where condition: String, _ arguments: StatementArguments
  ) throws -> [Note] {
    try database.cachedRows(
      """
      SELECT n.*, r.user_id, r.title, r.date, r.time, r.blob, r.bytes, r.duration
      FROM notes n JOIN recordings r ON r.id = n.recording_id WHERE \(condition)
      """, arguments
    ).map(note)
  }

  static func insert(_ note: Note, _ database: GRDB.Database) throws {
    try database.cachedExecute(
      """
      INSERT INTO recordings (id, user_id, kind, title, date, time, sort_date, created_at, duration, bytes, listed)
      VALUES (?, ?, 'note', ?, ?, ?, ?, ?, 0, 0, 0)
      """,
      [
        note.recordingID, note.userID, note.title, note.date, note.time,
        note.date ?? ShownDate.day(of: note.openedAt), note.openedAt.milliseconds,
      ])
    try database.cachedExecute(
      """
      INSERT INTO notes (performance_id, recording_id, request_digest, routine_type, voice_source, voice_clone_id,
        rehearsal, state, attempt, opened_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        note.performanceID, note.recordingID, note.requestDigest, note.routineType, note.voiceSource,
        note.voiceCloneID, note.rehearsal, note.state.rawValue, note.attempt, note.openedAt.milliseconds,
      ])
  }

  private static func note(_ row: Row) throws -> Note {
    guard let state = NoteAnswer.State(rawValue: row["state"]) else { throw UnreadableRow(table: "notes") }
    let opening = NoteOpening(
      performanceID: row["performance_id"], userID: row["user_id"], requestDigest: row["request_digest"],
      routineType: row["routine_type"], voiceSource: row["voice_source"], voiceCloneID: row["voice_clone_id"],
      title: row["title"], date: row["date"], time: row["time"], rehearsal: row["rehearsal"])
    var note = Note(opening, recordingID: row["recording_id"], at: Date(milliseconds: row["opened_at"]))
    note.state = state
    note.attempt = row["attempt"]
    note.answer = row["answer"]
    note.audio = (row["blob"] as String?).map {
      NoteAudio(
        blob: BlobID(stored: $0), byteCount: row["bytes"], durationSeconds: row["duration"], draft: row["draft"])
    }
    return note
  }
}
