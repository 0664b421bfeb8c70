import Foundation
import Schemas
import Synchronization
import VoiceCore

extension MemoryRecordingStore: NoteStore {
  package func open(_ note: Note) async throws -> Note {
    tables.withLock { tables in
      let stored = tables.notes[note.performanceID]
      if let stored, stored.state != .pending { return stored }
      let opened = stored.map(note.reopened) ?? note
      tables.notes[note.performanceID] = opened
      return opened
    }
  }

  package func note(_ performanceID: String) async throws -> Note? {
    tables.withLock { tables in
      tables.notes[performanceID].map { tables.shown($0) }
    }
  }

  package func seal(_ performanceID: String, attempt: Int, _ audio: NoteAudio) async throws -> Note? {
    tables.withLock { tables in
      guard var note = tables.notes[performanceID], note.attempt == attempt, note.state == .pending else { return nil }
      note.audio = audio
      note.voiceSource = audio.voiceSource
      note.state = .sealed
      tables.notes[performanceID] = note
      return note
    }
  }

  package func confirm(_ performanceID: String, answer: String?, at now: Date) async throws -> Note? {
    tables.withLock { tables in
      guard var note = tables.notes[performanceID], note.state != .pending else { return nil }
      guard note.state == .sealed else { return note }
      note.state = .confirmed
      note.answer = answer
      if answer != nil { note.audio?.draft = nil }
      tables.notes[performanceID] = note
      return note
    }
  }

  package func discard(_ performanceID: String, attempt: Int?) async throws -> Note? {
    tables.withLock { tables in
      guard let note = tables.notes[performanceID], note.isDiscarded(by: attempt) else { return nil }
      tables.notes[performanceID] = nil
      return note
    }
  }

  package func unsettled(openedBefore: Date, limit: Int) async throws -> [Note] {
    tables.withLock { tables in
      tables.notes.values.filter { $0.state != .confirmed && $0.openedAt < openedBefore }
        .sorted { $0.openedAt < $1.openedAt }.prefix(limit).map { $0 }
    }
  }
}

extension MemoryRecordingStore.Tables {
  fileprivate func shown(_ note: Note) -> Note {
    let patched = recordings(of: note.userID, listed: false).first { $0.id == note.recordingID }
    guard let patched else { return note }
    var note = note
    (note.title, note.date, note.time) = (patched.title, patched.date, patched.time)
    return note
  }
}
