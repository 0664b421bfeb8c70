import Foundation
import GRDB
import Persistence

package struct GRDBSigningKeyStore: SigningKeyStore {
  private let database: Persistence.Database

  package init(_ database: Persistence.Database) {
    self.database = database
  }

  package func all() async throws -> [SealedSigningKey] {
    try await database.read { connection in
      try Row.fetchAll(connection, sql: "SELECT * FROM signing_keys ORDER BY created_at, key_id").map {
        SealedSigningKey(id: $0["key_id"], sealed: $0["sealed"], createdAt: $0["created_at"])
      }
    }
  }

  package func insertFirst(_ key: SealedSigningKey) async throws {
    try await database.write { connection in
      try connection.execute(
        sql: """
          INSERT INTO signing_keys (key_id, sealed, created_at)
          SELECT ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM signing_keys)
          """,
        arguments: [key.id, key.sealed, key.createdAt])
    }
  }
}
