import AuthCore
import Foundation
import GRDB
import Persistence
import Schemas

package struct GRDBActivationCodeStore: ActivationCodeStore {
  private let database: Persistence.Database

  package init(_ database: Persistence.Database) {
    self.database = database
  }

  package func insert(_ codes: [ActivationCode]) async throws {
    try await database.write { connection in
      for code in codes {
        try connection.execute(
          sql: """
            INSERT INTO activation_codes (code, created_at, expires_at, for_user, used_at, used_by)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
          arguments: [code.text, code.createdAt, code.expiresAt, code.forUser, code.usedAt, code.usedBy])
      }
    }
  }

  package func find(_ code: String) async throws -> ActivationCode? {
    try await database.read { connection in
      try Row.fetchOne(
        connection, sql: "SELECT * FROM activation_codes WHERE code = ?", arguments: [ActivationCode.key(code)]
      ).map(Self.code)
    }
  }

  package func page(
    _ query: PageQuery, state: ActivationCode.State?, at instant: Date
  ) async throws -> [ActivationCode] {
    try await database.read { connection in
      try Row.fetchAll(
        connection,
        sql: """
          SELECT * FROM activation_codes
          WHERE (:cursor IS NULL
              OR (created_at, code) < (SELECT created_at, code FROM activation_codes WHERE code = :cursor))
            AND (:state IS NULL OR :state = CASE
              WHEN used_at IS NOT NULL THEN 'used' WHEN expires_at <= :now THEN 'expired' ELSE 'unused' END)
          ORDER BY created_at DESC, code DESC LIMIT :limit
          """,
        arguments: ["cursor": query.cursor, "state": state?.rawValue, "now": instant, "limit": query.limit]
      ).map(Self.code)
    }
  }

  private static func code(_ row: Row) -> ActivationCode {
    ActivationCode(
      text: row["code"], createdAt: row["created_at"], expiresAt: row["expires_at"], forUser: row["for_user"],
      usedAt: row["used_at"], usedBy: row["used_by"])
  }
}

extension GRDBActivationCodeStore: ActivationCodeRedeeming {
  package func isUsable(_ code: String, at instant: Date) async throws -> Bool {
    try await find(code)?.lets(register: instant) ?? false
  }

  package func redeem(_ code: String, for userID: String, at instant: Date, in transaction: GRDB.Database) throws {
    try transaction.execute(
      sql: """
        UPDATE activation_codes SET used_at = :now, used_by = :user
        WHERE code = :code AND used_at IS NULL AND for_user IS NULL AND (expires_at IS NULL OR expires_at > :now)
        """,
      arguments: ["now": instant, "user": userID, "code": ActivationCode.key(code)])
    guard transaction.changesCount == 1 else { throw ServiceError(.activationCodeInvalid) }
  }
}
