import AuthAudit
import AuthCore
import Capabilities
import Foundation
import GRDB
import Persistence
import Schemas
import TestSupport
import Testing

@Suite struct AuditTests {
  enum Kind: CaseIterable { case grdb, memory }

  @Test("Entries are listed newest first, page by page, as they were written", arguments: Kind.allCases)
  func pages(kind: Kind) async throws {
    try await withStore(kind) { store in
      let entries = (0..<3).map { number in
        AuditEntry(
          at: .noon(TimeInterval(number)), event: .accountChanged, actor: "operator", subject: "user\(number)",
          details: ["role": "admin"], requestID: "r\(number)")
      }
      for entry in entries { try await store.append(entry) }

      let first = try await store.page(PageQuery(limit: 2))
      let second = try await store.page(PageQuery(limit: 2, cursor: first.last.map { String($0.sequence) }))

      #expect(first.map(\.entry) == [entries[2], entries[1]])
      #expect(second.map(\.entry) == [entries[0]])
    }
  }

  @Test("The log can be neither changed nor shortened")
  func isAppendOnly() async throws {
    try await withDatabase([AuditPlugin()]) { database in
      let store = GRDBAuditStore(database, identifiers: .system)
      try await store.append(AuditEntry(at: .noon(), event: .loggedIn, actor: "ana", subject: nil))

      for statement in ["UPDATE audit_log SET event = 'x'", "DELETE FROM audit_log"] {
        await #expect(throws: DatabaseError.self) { try await database.write { try $0.execute(sql: statement) } }
      }
      #expect(try await store.page(PageQuery()).count == 1)
    }
  }

  @Test("The log itself names people by pseudonym, and keeps only that once their identity is gone")
  func usesPseudonyms() async throws {
    try await withDatabase([AuditPlugin()]) { database in
      let store = GRDBAuditStore(database, identifiers: .system)
      try await store.append(AuditEntry(at: .noon(), event: .loggedIn, actor: "ana", subject: "ana"))
      #expect(try await store.page(PageQuery()).first?.entry.actor == "ana")

      try await database.write { try $0.execute(sql: "DELETE FROM audit_identities") }

      let entry = try #require(try await store.page(PageQuery()).first?.entry)
      #expect(entry.actor != "ana")
      #expect(entry.actor == entry.subject)
    }
  }

  @Test("Admins read who did what")
  func lists() async throws {
    let clock = try ManualClock()
    try await withAuth(clock: clock.wallClock) { auth in
      let ana = try await auth.register("ana")
      _ = try await auth.login("ana", password: "a wrong password")
      let admin = try await auth.admin()
      _ = try await admin.patch("/admin/users/\(ana.userID)", ["voice_cloning": false])

      let entries = try await admin.get("/admin/audit").decode(AuditAnswer.self).entries

      #expect(
        entries.map(\.event) == [
          "account_changed", "login_succeeded", "admin_created", "login_failed", "account_registered",
          "activation_codes_issued",
        ])
      #expect(entries[0].subject == ana.userID)
      #expect(entries[0].details == ["voice_cloning": false])
      #expect(entries[0].requestID != nil)
      #expect(entries[2].actor == "operator")
      #expect(entries[3].subject == ana.userID)
    }
  }

  @Test("A stolen refresh token leaves an entry")
  func recordsReuse() async throws {
    let clock = try ManualClock()
    try await withAuth(clock: clock.wallClock) { auth in
      let ana = try await auth.register("ana")
      _ = try await auth.refresh(ana.refreshToken)
      clock.advance(by: .seconds(60))
      _ = try await auth.refresh(ana.refreshToken)

      let entries = try await auth.admin().get("/admin/audit").decode(AuditAnswer.self).entries

      #expect(entries.contains { $0.event == "refresh_token_reused" && $0.subject == ana.userID })
    }
  }

  private func withStore(_ kind: Kind, _ body: (any AuditStore) async throws -> Void) async throws {
    switch kind {
    case .memory: try await body(MemoryAuditStore())
    case .grdb:
      try await withDatabase([AuditPlugin()]) { try await body(GRDBAuditStore($0, identifiers: .system)) }
    }
  }
}
