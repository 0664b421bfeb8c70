import AuthCore
import Capabilities
import Foundation
import GRDB
import Persistence
import Schemas

package struct GRDBAuditStore: AuditStore {
  private let database: Persistence.Database
  private let identifiers: Identifiers

  package init(_ database: Persistence.Database, identifiers: Identifiers) {
    self.database = database
    self.identifiers = identifiers
  }

  package func append(_ entry: AuditEntry) async throws {
    let details = String(decoding: try WireJSON.encode(JSONValue.object(entry.details)), as: UTF8.self)
    try await database.write { [identifiers] connection in
      let actor = try entry.actor.map { try Self.pseudonym(of: $0, identifiers, in: connection) }
      let subject = try entry.subject.map { try Self.pseudonym(of: $0, identifiers, in: connection) }
      try connection.execute(
        sql: """
          INSERT INTO audit_log (at, event, actor, subject, details, request_id) VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [entry.at, entry.event.rawValue, actor, subject, details, entry.requestID])
    }
  }

  package func page(_ query: PageQuery) async throws -> [StoredAuditEntry] {
    try await database.read { connection in
      try Row.fetchAll(
        connection,
        sql: """
          SELECT log.*, coalesce(actors.user_id, log.actor) AS actor_name,
            coalesce(subjects.user_id, log.subject) AS subject_name
          FROM audit_log log
          LEFT JOIN audit_identities actors ON actors.pseudonym = log.actor
          LEFT JOIN audit_identities subjects ON subjects.pseudonym = log.subject
          WHERE log.sequence < ? ORDER BY log.sequence DESC LIMIT ?
          """,
        arguments: [query.cursor.flatMap { Int($0) } ?? .max, query.limit]
      ).map(Self.stored)
    }
  }

  private static func pseudonym(
    of name: String, _ identifiers: Identifiers, in connection: GRDB.Database
  ) throws -> String {
    guard name != AuditActor.operator else { return name }
    try connection.execute(
      sql: "INSERT INTO audit_identities (pseudonym, user_id) VALUES (?, ?) ON CONFLICT (user_id) DO NOTHING",
      arguments: [identifiers.make(), name])
    return try String.fetchOne(
      connection, sql: "SELECT pseudonym FROM audit_identities WHERE user_id = ?", arguments: [name]) ?? name
  }

  private static func stored(_ row: Row) throws -> StoredAuditEntry {
    let text: String = row["details"]
    guard let event = AuditEvent(rawValue: row["event"]),
      case .object(let details) = try WireJSON.decode(JSONValue.self, from: text.utf8)
    else { throw ServiceError(.internalError, cause: "an audit entry cannot be read") }
    return StoredAuditEntry(
      sequence: row["sequence"],
      entry: AuditEntry(
        at: row["at"], event: event, actor: row["actor_name"], subject: row["subject_name"], details: details,
        requestID: row["request_id"]))
  }
}
