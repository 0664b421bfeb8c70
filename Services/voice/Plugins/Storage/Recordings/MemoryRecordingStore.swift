import Foundation
import Schemas
import Synchronization
import VoiceCore

/// Samples, notes and the list over both in memory, for tests and simulations.
package final class MemoryRecordingStore: Sendable {
  struct Tables {
    var samples: [Sample] = []
    var activeSample: [String: String] = [:]
    var consents: [Consent] = []
    var notes: [String: Note] = [:]
    /// By recording id: what was shown after a change by the user, and what is gone.
    var patches: [String: [RecordingPatch]] = [:]
    var removed: Set<String> = []
  }

  let tables = Mutex(Tables())

  package init() {}
}

extension MemoryRecordingStore: RecordingStore {
  package func page(of userID: String, _ query: RecordingQuery) async throws -> [Recording] {
    tables.withLock { tables in
      tables.recordings(of: userID, listed: true).filter { query.takes($0) }
        .sorted { RecordingCursor($0).isBefore($1) }.prefix(query.limit).map { $0 }
    }
  }

  package func recording(_ id: String, of userID: String) async throws -> Recording? {
    tables.withLock { $0.recordings(of: userID, listed: false).first { $0.id == id } }
  }

  package func patch(_ id: String, of userID: String, _ patch: RecordingPatch) async throws -> Recording? {
    tables.withLock { tables in
      tables.patches[id, default: []].append(patch)
      return tables.recordings(of: userID, listed: false).first { $0.id == id }
    }
  }

  package func remove(_ id: String, of userID: String, at now: Date) async throws -> BlobID? {
    tables.withLock { tables in
      guard let recording = tables.recordings(of: userID, listed: false).first(where: { $0.id == id }) else {
        return nil
      }
      tables.samples.removeAll { $0.id == id }
      if tables.activeSample[userID] == id { tables.activeSample[userID] = nil }
      tables.removed.insert(id)
      for note in tables.notes.values where note.recordingID == id {
        tables.notes[note.performanceID]?.audio = nil
        tables.notes[note.performanceID]?.answer = nil
      }
      return recording.blob
    }
  }
}

extension MemoryRecordingStore.Tables {
  func recordings(of userID: String, listed: Bool) -> [Recording] {
    let shown = samples.map(recording) + notes.values.filter { !listed || !$0.rehearsal }.compactMap(recording)
    return shown.filter { $0.userID == userID && !removed.contains($0.id) }.map { recording in
      (patches[recording.id] ?? []).reduce(recording) { $1.applied(to: $0) }
    }
  }

  private func recording(_ sample: Sample) -> Recording {
    Recording(
      id: sample.id, userID: sample.userID, kind: .sample, title: nil, date: nil, time: nil,
      createdAt: sample.createdAt, durationSeconds: sample.durationSeconds, byteCount: sample.byteCount,
      blob: sample.blob,
      sample: .init(hash: sample.hash, isActive: activeSample[sample.userID] == sample.id, state: sample.state))
  }

  private func recording(_ note: Note) -> Recording? {
    guard note.state == .confirmed, let audio = note.audio else { return nil }
    return Recording(
      id: note.recordingID, userID: note.userID, kind: .note, title: note.title, date: note.date, time: note.time,
      createdAt: note.openedAt, durationSeconds: audio.durationSeconds, byteCount: audio.byteCount, blob: audio.blob,
      note: .init(routineType: note.routineType, voiceSource: note.voiceSource, voiceCloneID: note.voiceCloneID))
  }
}

extension RecordingQuery {
  fileprivate func takes(_ recording: Recording) -> Bool {
    (kind == nil || kind == recording.kind) && (after?.isBefore(recording) ?? true)
      && (text.map { recording.title?.localizedCaseInsensitiveContains($0) ?? false } ?? true)
  }
}
