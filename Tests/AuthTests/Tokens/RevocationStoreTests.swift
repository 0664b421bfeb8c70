import AuthTokens
import Foundation
import Testing

@Suite struct RevocationStoreTests {
  enum Kind: CaseIterable { case grdb, memory }

  @Test("The latest revocation of each user counts, while it can still revoke something", arguments: Kind.allCases)
  func keepsLatest(kind: Kind) async throws {
    try await withStore(kind) { store in
      try await store.revoke("ana", issuedUntil: .noon(50))
      try await store.revoke("ana", issuedUntil: .noon(40))
      try await store.revoke("bob", issuedUntil: .noon(10))

      #expect(try await store.current(since: .noon()) == ["ana": .noon(50), "bob": .noon(10)])
      #expect(try await store.current(since: .noon(11)) == ["ana": .noon(50)])
    }
  }

  private func withStore(_ kind: Kind, _ body: (any RevocationStore) async throws -> Void) async throws {
    switch kind {
    case .memory: try await body(MemoryRevocationStore())
    case .grdb: try await withDatabase([TokensPlugin()]) { try await body(GRDBRevocationStore($0)) }
    }
  }
}
