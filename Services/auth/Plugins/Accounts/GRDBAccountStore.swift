import AuthCore
import Foundation
import GRDB
import Persistence
import Schemas

package struct GRDBAccountStore: AccountStore {
  private let database: Persistence.Database
  private let codes: any ActivationCodeRedeeming

  package init(_ database: Persistence.Database, codes: any ActivationCodeRedeeming) {
    self.database = database
    self.codes = codes
  }

  package func insert(_ account: Account, redeeming code: String?) async throws {
    try await database.write { [codes] connection in
      if let code { try codes.redeem(code, for: account.id, at: account.createdAt, in: connection) }
      try Self.refuseTaken(account, connection)
      try Self.insert(account, connection)
    }
  }

  package func account(_ id: String) async throws -> Account? {
    try database.lookUp { try Self.account(id, $0) }
  }

  package func account(named key: String) async throws -> Account? {
    try await database.read { connection in
      try Row.fetchOne(
        connection, sql: "SELECT * FROM accounts WHERE username_key = :key OR email_key = :key", arguments: ["key": key]
      ).map(Self.account)
    }
  }

  package func page(_ query: PageQuery) async throws -> [Account] {
    try await database.read { connection in
      try Row.fetchAll(
        connection, sql: "SELECT * FROM accounts WHERE id > ? ORDER BY id LIMIT ?",
        arguments: [query.cursor ?? "", query.limit]
      ).map(Self.account)
    }
  }

  package func update(_ id: String, _ change: @escaping @Sendable (inout Account) -> Void) async throws -> Account {
    try await database.write { connection in
      guard var account = try Self.account(id, connection) else { throw ServiceError(.notFound) }
      let administrated = account.administrates
      change(&account)
      account.version += 1
      try connection.execute(
        sql: "UPDATE accounts SET role = ?, disabled = ?, voice_cloning = ?, version = ? WHERE id = ?",
        arguments: [account.role.rawValue, account.disabled, account.voiceCloning, account.version, id])
      if administrated { try Self.refuseNoAdmin(connection) }
      return account
    }
  }

  package func setPasswordHash(_ hash: String, of id: String) async throws {
    try await database.write { connection in
      try connection.execute(sql: "UPDATE accounts SET password_hash = ? WHERE id = ?", arguments: [hash, id])
    }
  }
}

extension GRDBAccountStore {
  /// Writers take turns, so what is free here is free until the insertion.
  private static func refuseTaken(_ account: Account, _ connection: GRDB.Database) throws {
    let isTaken = { (column: String, key: String) in
      try Bool.fetchOne(
        connection, sql: "SELECT EXISTS (SELECT 1 FROM accounts WHERE \(column) = ?)", arguments: [key]) ?? false
    }
    guard try !isTaken("username_key", account.username.key) else { throw ServiceError(.usernameTaken) }
    guard try !isTaken("email_key", account.email.key) else { throw ServiceError(.emailTaken) }
  }

  private static func refuseNoAdmin(_ connection: GRDB.Database) throws {
    let admins = try Int.fetchOne(
      connection, sql: "SELECT count(*) FROM accounts WHERE role = 'admin' AND NOT disabled")
    guard admins != 0 else { throw ServiceError(.lastAdmin) }
  }

  private static func insert(_ account: Account, _ connection: GRDB.Database) throws {
    try connection.execute(
      sql: """
        INSERT INTO accounts (id, username, username_key, email, email_key, password_hash, role, disabled,
          voice_cloning, created_at, version)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        account.id, account.username.text, account.username.key, account.email.text, account.email.key,
        account.passwordHash, account.role.rawValue, account.disabled, account.voiceCloning, account.createdAt,
        account.version,
      ])
  }

  private static func account(_ id: String, _ connection: GRDB.Database) throws -> Account? {
    try connection.cachedRow("SELECT * FROM accounts WHERE id = ?", [id]).map(account)
  }

  private static func account(_ row: Row) throws -> Account {
    guard let username = Username(row["username"]), let email = EmailAddress(row["email"]),
      let role = Role(rawValue: row["role"])
    else { throw ServiceError(.internalError, cause: "an account cannot be read") }
    return Account(
      id: row["id"], username: username, email: email, passwordHash: row["password_hash"], role: role,
      disabled: row["disabled"], voiceCloning: row["voice_cloning"], createdAt: row["created_at"],
      version: row["version"])
  }
}
