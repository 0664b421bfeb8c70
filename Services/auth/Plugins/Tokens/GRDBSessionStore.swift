import Foundation
import GRDB
import Persistence

package struct GRDBSessionStore: SessionStore {
  private let database: Persistence.Database

  package init(_ database: Persistence.Database) {
    self.database = database
  }

  package func open(_ session: StoredSession, token: StoredRefreshToken) async throws {
    try await database.write { connection in
      try Self.prune(connection, before: session.openedAt)
      try connection.execute(
        sql: "INSERT INTO sessions (id, user_id, opened_at) VALUES (?, ?, ?)",
        arguments: [session.id, session.userID, session.openedAt])
      try Self.insert(token, into: session.id, connection)
    }
  }

  package func owner(of digest: Data) async throws -> String? {
    try await database.read { try Self.record(of: digest, $0)?.userID }
  }

  package func renew(
    _ digest: Data, at now: Date, successor: StoredRefreshToken
  ) async throws -> RefreshOutcome {
    try await database.write { connection in
      let record = try Self.record(of: digest, connection)
      let rule = RefreshRule.decide(record, at: now)
      if let record { try Self.apply(rule, to: record, digest, at: now, successor, connection) }
      return RefreshOutcome(rule: rule, userID: record?.userID)
    }
  }

  package func close(_ digest: Data, at now: Date) async throws -> String? {
    try await database.write { connection in
      guard let record = try Self.record(of: digest, connection) else { return nil }
      try Self.close("id", record.sessionID, at: now, connection)
      return record.userID
    }
  }

  package func closeAll(of userID: String, at now: Date) async throws {
    try await database.write { try Self.close("user_id", userID, at: now, $0) }
  }
}

extension GRDBSessionStore {
  private static func apply(
    _ rule: RefreshRule, to record: RefreshRecord, _ digest: Data, at now: Date, _ successor: StoredRefreshToken,
    _ connection: GRDB.Database
  ) throws {
    switch rule {
    case .rotate:
      try connection.execute(
        sql: "UPDATE refresh_tokens SET used_at = ? WHERE digest = ?", arguments: [now, digest])
      try insert(successor, into: record.sessionID, connection)
    case .race: try insert(successor, into: record.sessionID, connection)
    case .reuse: try close("id", record.sessionID, at: now, connection)
    case .refuse: break
    }
  }

  private static func record(of digest: Data, _ connection: GRDB.Database) throws -> RefreshRecord? {
    try Row.fetchOne(
      connection,
      sql: """
        SELECT * FROM refresh_tokens JOIN sessions ON sessions.id = refresh_tokens.session_id WHERE digest = ?
        """,
      arguments: [digest]
    ).map {
      RefreshRecord(
        sessionID: $0["session_id"], userID: $0["user_id"], expiresAt: $0["expires_at"], usedAt: $0["used_at"],
        closedAt: $0["closed_at"])
    }
  }

  private static func insert(
    _ token: StoredRefreshToken, into session: String, _ connection: GRDB.Database
  ) throws {
    try connection.execute(
      sql: "INSERT INTO refresh_tokens (digest, session_id, expires_at) VALUES (?, ?, ?)",
      arguments: [token.digest, session, token.expiresAt])
  }

  private static func close(
    _ column: String, _ value: String, at now: Date, _ connection: GRDB.Database
  ) throws {
    try connection.execute(
      sql: "UPDATE sessions SET closed_at = ? WHERE \(column) = ? AND closed_at IS NULL", arguments: [now, value])
  }

  private static func prune(_ connection: GRDB.Database, before instant: Date) throws {
    try connection.execute(sql: "DELETE FROM refresh_tokens WHERE expires_at < ?", arguments: [instant])
    guard connection.changesCount > 0 else { return }
    try connection.execute(
      sql: """
        DELETE FROM sessions
        WHERE NOT EXISTS (SELECT 1 FROM refresh_tokens WHERE refresh_tokens.session_id = sessions.id)
        """)
  }
}
