import AuthCore
import Schemas

/// Where settings are kept, a document per user.
package protocol SettingsStore: SettingsReading {
  /// Replaces the document by what `change` makes of it, in one transaction; an error leaves it as it was.
  func update(
    _ userID: String, _ change: @escaping @Sendable (StoredSettings) throws -> UserSettings
  ) async throws -> StoredSettings
}
