import Foundation
import Persistence
import VoiceCore
import VoiceStorage

/// Runs `body` with a fresh database of the voice service.
func withDatabase(_ body: (Database) async throws -> Void) async throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "voice-db-\(UUID().uuidString)").path
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let database = try Database(path: "\(folder)/voice.sqlite", migrations: StoragePlugin().migrations)
  try await body(database)
  try database.close()
}

/// Every implementation that keeps recordings, for the one suite that all of them pass.
enum RecordingStoreKind: CaseIterable, Sendable {
  case memory, grdb

  func with(
    _ body: (any SampleStore, any NoteStore, any RecordingStore) async throws -> Void
  ) async throws {
    switch self {
    case .memory:
      let store = MemoryRecordingStore()
      try await body(store, store, store)
    case .grdb:
      try await withDatabase { try await body(GRDBSampleStore($0), GRDBNoteStore($0), GRDBRecordingStore($0)) }
    }
  }
}
