import AuthTokens
import Foundation
import Testing

@Suite struct SessionStoreTests {
  enum Kind: CaseIterable { case grdb, memory }

  @Test("A token is renewed, raced, reused and refused as the rule says", arguments: Kind.allCases)
  func follows(kind: Kind) async throws {
    try await withStore(kind) { store in
      try await store.open(session("s", "ana"), token: token(1))

      #expect(try await store.renew(digest(1), at: .noon(5), successor: token(2)) == outcome(.rotate))
      #expect(try await store.renew(digest(1), at: .noon(9), successor: token(3)) == outcome(.race))
      #expect(try await store.renew(digest(1), at: .noon(16), successor: token(4)) == outcome(.reuse))
      #expect(try await store.renew(digest(2), at: .noon(17), successor: token(5)) == outcome(.refuse))
      #expect(
        try await store.renew(digest(4), at: .noon(17), successor: token(6))
          == RefreshOutcome(rule: .refuse, userID: nil))
    }
  }

  @Test("A token belongs to its user until it is forgotten after its expiry", arguments: Kind.allCases)
  func forgets(kind: Kind) async throws {
    try await withStore(kind) { store in
      try await store.open(session("s", "ana"), token: token(1))
      #expect(try await store.owner(of: digest(1)) == "ana")

      try await store.open(session("t", "bob", at: 2000), token: token(2, expires: 9000))

      #expect(try await store.owner(of: digest(1)) == nil)
      #expect(try await store.owner(of: digest(2)) == "bob")
    }
  }

  @Test("Closing ends one session, closing all ends a user's", arguments: Kind.allCases)
  func closes(kind: Kind) async throws {
    try await withStore(kind) { store in
      for (number, user) in [(1, "ana"), (2, "ana"), (3, "ana"), (4, "bob")] {
        try await store.open(session("s\(number)", user), token: token(number))
      }

      #expect(try await store.close(digest(1), at: .noon(1)) == "ana")
      #expect(try await store.close(digest(9), at: .noon(1)) == nil)
      #expect(try await store.renew(digest(1), at: .noon(2), successor: token(11)).rule == .refuse)
      #expect(try await store.renew(digest(2), at: .noon(2), successor: token(12)).rule == .rotate)

      try await store.closeAll(of: "ana", at: .noon(3))
      #expect(try await store.renew(digest(3), at: .noon(4), successor: token(13)).rule == .refuse)
      #expect(try await store.renew(digest(12), at: .noon(4), successor: token(14)).rule == .refuse)
      #expect(try await store.renew(digest(4), at: .noon(4), successor: token(15)).rule == .rotate)
    }
  }

  @Test("Of simultaneous renewals of one token one rotates and the others race", arguments: Kind.allCases)
  func serialises(kind: Kind) async throws {
    try await withStore(kind) { store in
      try await store.open(session("s", "ana"), token: token(1))

      let rules = try await withThrowingTaskGroup(of: RefreshRule.self) { group in
        for number in 2..<12 {
          group.addTask { try await store.renew(digest(1), at: .noon(1), successor: token(number)).rule }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }

      #expect(rules.filter { $0 == .rotate }.count == 1)
      #expect(rules.filter { $0 == .race }.count == 9)
    }
  }

  private func withStore(_ kind: Kind, _ body: (any SessionStore) async throws -> Void) async throws {
    switch kind {
    case .memory: try await body(MemorySessionStore())
    case .grdb: try await withDatabase([TokensPlugin()]) { try await body(GRDBSessionStore($0)) }
    }
  }
}

private func session(_ id: String, _ user: String, at seconds: TimeInterval = 0) -> StoredSession {
  StoredSession(id: id, userID: user, openedAt: .noon(seconds))
}

private func digest(_ number: Int) -> Data { Data([UInt8(number)]) }

private func token(_ number: Int, expires seconds: TimeInterval = 1000) -> StoredRefreshToken {
  StoredRefreshToken(digest: digest(number), expiresAt: .noon(seconds))
}

private func outcome(_ rule: RefreshRule) -> RefreshOutcome { RefreshOutcome(rule: rule, userID: "ana") }
