import Foundation
import GRDB
import Persistence

package struct GRDBRevocationStore: RevocationStore {
  private let database: Persistence.Database

  package init(_ database: Persistence.Database) {
    self.database = database
  }

  package func revoke(_ userID: String, issuedUntil instant: Date) async throws {
    try await database.write { connection in
      try connection.execute(
        sql: """
          INSERT INTO revocations (user_id, issued_until) VALUES (?, ?)
          ON CONFLICT (user_id) DO UPDATE SET issued_until = max(issued_until, excluded.issued_until)
          """,
        arguments: [userID, instant])
    }
  }

  package func current(since instant: Date) async throws -> [String: Date] {
    try await database.read { connection in
      let rows = try Row.fetchAll(
        connection, sql: "SELECT user_id, issued_until FROM revocations WHERE issued_until >= ?", arguments: [instant])
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["user_id"], $0["issued_until"]) })
    }
  }
}
