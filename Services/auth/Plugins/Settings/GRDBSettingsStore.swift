import AuthCore
import Foundation
import GRDB
import Persistence
import Schemas

package struct GRDBSettingsStore: SettingsStore {
  private let database: Persistence.Database

  package init(_ database: Persistence.Database) {
    self.database = database
  }

  package func settings(of userID: String) async throws -> StoredSettings {
    try database.lookUp { try Self.stored(userID, $0) }
  }

  package func update(
    _ userID: String, _ change: @escaping @Sendable (StoredSettings) throws -> UserSettings
  ) async throws -> StoredSettings {
    try await database.write { connection in
      let current = try Self.stored(userID, connection)
      let next = StoredSettings(settings: try change(current), version: current.version + 1)
      try connection.execute(
        sql: """
          INSERT INTO user_settings (user_id, document, version) VALUES (?, ?, ?)
          ON CONFLICT (user_id) DO UPDATE SET document = excluded.document, version = excluded.version
          """,
        arguments: [userID, String(decoding: try WireJSON.encode(next.settings), as: UTF8.self), next.version])
      return next
    }
  }

  private static func stored(_ userID: String, _ connection: GRDB.Database) throws -> StoredSettings {
    let row = try connection.cachedRow("SELECT document, version FROM user_settings WHERE user_id = ?", [userID])
    guard let row else { return StoredSettings() }
    let document: String = row["document"]
    return StoredSettings(
      settings: try WireJSON.decode(UserSettings.self, from: document.utf8), version: row["version"])
  }
}
