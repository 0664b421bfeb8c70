import GRDB
import Persistence
import VoiceCore

enum InstallationRow {
  static func read(_ database: Persistence.Database) async throws -> InstallationID {
    let id = try await database.read { try String.fetchOne($0, sql: "SELECT id FROM installation") }
    guard let id else { throw MissingInstallation() }
    return InstallationID(id)
  }
}

/// The database has lost its only row of `installation`: another one's voices could not be told from ours.
struct MissingInstallation: Error {}
