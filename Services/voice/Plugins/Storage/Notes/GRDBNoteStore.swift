import Foundation
import GRDB
import Persistence
import Schemas
import VoiceCore

package struct GRDBNoteStore: NoteStore {
  private let database: Persistence.Database

  package init(_ database: Persistence.Database) {
    self.database = database
  }

  /// A note that a power cut takes away is one that nobody has paid for.
  package func open(_ note: Note) async throws -> Note {
    try await database.writeRecoverable { database in
      guard let stored = try NoteRow.fetch(note.performanceID, database) else {
        try NoteRow.insert(note, database)
        return note
      }
      if stored.state != .pending { return stored }
      let reopened = note.reopened(after: stored)
      try database.cachedExecute("DELETE FROM recordings WHERE id = ?", [stored.recordingID])
      try NoteRow.insert(reopened, database)
      return reopened
    }
  }

  package func note(_ performanceID: String) async throws -> Note? {
    try database.lookUp { try NoteRow.fetch(performanceID, $0) }
  }

  package func seal(_ performanceID: String, attempt: Int, _ audio: NoteAudio) async throws -> Note? {
    try await database.write { database in
      guard let note = try NoteRow.fetch(performanceID, database), note.attempt == attempt, note.state == .pending
      else { return nil }
      try database.cachedExecute(
        "UPDATE recordings SET blob = ?, bytes = ?, duration = ? WHERE id = ?",
        [audio.blob.text, audio.byteCount, audio.durationSeconds, note.recordingID])
      try database.cachedExecute(
        "UPDATE notes SET state = 'sealed', draft = ?, voice_source = ? WHERE performance_id = ?",
        [audio.draft, audio.voiceSource, performanceID])
      return try NoteRow.fetch(performanceID, database)
    }
  }

  /// What a power cut takes away is found out again: the note is sealed, and billing knows that it is paid for.
  package func confirm(_ performanceID: String, answer: String?, at now: Date) async throws -> Note? {
    try await database.writeRecoverable { database in
      guard let note = try NoteRow.fetch(performanceID, database), note.state != .pending else { return nil }
      if note.state == .confirmed { return note }
      try database.cachedExecute(
        """
        UPDATE notes SET state = 'confirmed', answer = ?1, confirmed_at = ?2,
          draft = CASE WHEN ?1 IS NULL THEN draft END
        WHERE performance_id = ?3
        """,
        [answer, now.milliseconds, performanceID])
      try database.cachedExecute(
        "UPDATE recordings SET listed = ? WHERE id = ?", [!note.rehearsal, note.recordingID])
      return try NoteRow.fetch(performanceID, database)
    }
  }

  package func discard(_ performanceID: String, attempt: Int?) async throws -> Note? {
    try await database.write { database in
      guard let note = try NoteRow.fetch(performanceID, database), note.isDiscarded(by: attempt) else { return nil }
      try database.cachedExecute("DELETE FROM recordings WHERE id = ?", [note.recordingID])
      return note
    }
  }

  package func unsettled(openedBefore: Date, limit: Int) async throws -> [Note] {
    try await database.read { database in
      try NoteRow.fetchAll(
        database, where: "n.state != 'confirmed' AND n.opened_at < ? ORDER BY n.opened_at LIMIT ?",
        [openedBefore.milliseconds, limit])
    }
  }
}
