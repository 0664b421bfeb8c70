import AuthCore
import Schemas
import Synchronization

package final class MemorySettingsStore: SettingsStore {
  private let documents = Mutex<[String: StoredSettings]>([:])

  package init() {}

  package func settings(of userID: String) async throws -> StoredSettings {
    documents.withLock { $0[userID] ?? StoredSettings() }
  }

  package func update(
    _ userID: String, _ change: @escaping @Sendable (StoredSettings) throws -> UserSettings
  ) async throws -> StoredSettings {
    try documents.withLock { documents in
      let current = documents[userID] ?? StoredSettings()
      let next = StoredSettings(settings: try change(current), version: current.version + 1)
      documents[userID] = next
      return next
    }
  }
}
