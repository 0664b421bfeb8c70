import Foundation
import Schemas
import Synchronization
import VoiceCore

/// Samples, notes and the list over both in memory, for tests and simulations.
package final class MemoryRecordingStore: Sendable {
  struct Tables {
    var samples: [Sample] = []
    var activeSamples: Set<String> = []
    var consents: [Consent] = []
    var notes: [String: Note] = [:]
    var decoys: [Recording] = []
    var waveforms: [String: [UInt8]] = [:]
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
        .sorted { RecordingCursor($0, asOf: query.asOf).isBefore($1, asOf: query.asOf) }.prefix(query.limit).map { $0 }
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

  package func add(_ decoy: Recording) async throws { tables.withLock { $0.decoys.append(decoy) } }

  package func expired(madeBefore: Date, limit: Int) async throws -> [Recording] {
    tables.withLock { tables in
      tables.everybodysRecordings(listed: false)
        .filter { $0.createdAt < madeBefore && $0.sample?.isActive != true }
        .sorted { $0.createdAt < $1.createdAt }.prefix(limit).map { $0 }
    }
  }

  package func waveform(of id: String) async throws -> [UInt8]? { tables.withLock { $0.waveforms[id] } }

  package func keepWaveform(_ levels: [UInt8], of id: String) async throws {
    tables.withLock { tables in
      let isThere = tables.everybodysRecordings(listed: false).contains { $0.id == id }
      if isThere && tables.waveforms[id] == nil { tables.waveforms[id] = levels }
    }
  }

  package func orphans(among blobs: [BlobID]) async throws -> [BlobID] {
    tables.withLock { tables in
      let named = tables.everybodysRecordings(listed: false).map(\.blob) + tables.notes.values.compactMap(\.audio?.blob)
      return blobs.filter { !named.contains($0) }
    }
  }

  package func remove(_ id: String, of userID: String, at now: Date) async throws -> RecordingRemoval {
    tables.withLock { tables in
      guard let recording = tables.recordings(of: userID, listed: false).first(where: { $0.id == id }) else {
        return .noSuchRecording
      }
      if let sample = recording.sample, !tables.remove(id, sample, of: userID) { return .lastSample }
      tables.waveforms[id] = nil
      tables.removed.insert(id)
      for note in tables.notes.values where note.recordingID == id {
        tables.notes[note.performanceID]?.audio = nil
        tables.notes[note.performanceID]?.answer = nil
      }
      return .removed(recording)
    }
  }
}

extension MemoryRecordingStore.Tables {
  func recordings(of userID: String, listed: Bool) -> [Recording] {
    everybodysRecordings(listed: listed).filter { $0.userID == userID }
  }

  func everybodysRecordings(listed: Bool) -> [Recording] {
    let shown = decoys + samples.map(recording) + notes.values.filter { !listed || !$0.rehearsal }.compactMap(recording)
    return shown.filter { !removed.contains($0.id) }.map { recording in
      var shown = (patches[recording.id] ?? []).reduce(recording) { $1.applied(to: $0) }
      shown.hasWaveform = waveforms[recording.id] != nil
      return shown
    }
  }

  private func recording(_ sample: Sample) -> Recording {
    Recording(
      id: sample.id, userID: sample.userID, kind: .sample, title: nil, date: nil, time: nil,
      createdAt: sample.createdAt, durationSeconds: sample.durationSeconds, byteCount: sample.byteCount,
      blob: sample.blob,
      sample: .init(hash: sample.hash, isActive: activeSamples.contains(sample.id), state: sample.state))
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
    (kind == nil || kind == recording.kind) && (after?.isBefore(recording, asOf: asOf) ?? true)
      && (state == nil || recording.sample.map { $0.isActive == (state == .active) } ?? false)
      && (text.map { recording.shownTitle(at: asOf).lowercased().contains($0.lowercased()) } ?? true)
  }
}
