import AuthActivationCodes
import AuthCore
import Foundation
import Testing

@Suite struct ActivationCodeStoreTests {
  enum Kind: CaseIterable { case grdb, memory }

  @Test("A stored code is found in any case, an unknown one is not", arguments: Kind.allCases)
  func finds(kind: Kind) async throws {
    try await withStore(kind) { store in
      let code = ActivationCode(text: "ABCDEFGHJK1", createdAt: .noon(), expiresAt: .noon(9), forUser: "u")

      try await store.insert([code])

      #expect(try await store.find("abcdefghjk1") == code)
      #expect(try await store.find("ABCDEFGHJK2") == nil)
    }
  }

  @Test("A batch with a known code is refused as a whole", arguments: Kind.allCases)
  func refusesDuplicates(kind: Kind) async throws {
    try await withStore(kind) { store in
      try await store.insert([ActivationCode(text: "AAAAAAAAAAA", createdAt: .noon())])

      await #expect(throws: (any Error).self) {
        try await store.insert([
          ActivationCode(text: "BBBBBBBBBBB", createdAt: .noon()),
          ActivationCode(text: "AAAAAAAAAAA", createdAt: .noon()),
        ])
      }

      #expect(try await store.find("BBBBBBBBBBB") == nil)
    }
  }

  @Test("Codes are listed newest first, page by page, by state", arguments: Kind.allCases)
  func pages(kind: Kind) async throws {
    try await withStore(kind) { store in
      let codes = (0..<5).map { ActivationCode(text: "CODE000000\($0)", createdAt: .noon(TimeInterval($0))) }
      let used = ActivationCode(text: "USED0000000", createdAt: .noon(9), usedAt: .noon(9), usedBy: "u")
      let expired = ActivationCode(text: "OLD00000000", createdAt: .noon(8), expiresAt: .noon(10))
      try await store.insert(codes + [used, expired])

      let first = try await store.page(PageQuery(limit: 3), state: .unused, at: .noon(20))
      let second = try await store.page(PageQuery(limit: 3, cursor: first.last?.text), state: .unused, at: .noon(20))

      #expect(first.map(\.text) == ["CODE0000004", "CODE0000003", "CODE0000002"])
      #expect(second.map(\.text) == ["CODE0000001", "CODE0000000"])
      #expect(try await store.page(PageQuery(), state: .used, at: .noon(20)) == [used])
      #expect(try await store.page(PageQuery(), state: .expired, at: .noon(20)) == [expired])
      #expect(try await store.page(PageQuery(), state: nil, at: .noon(20)).count == 7)
      #expect(try await store.page(PageQuery(cursor: "UNKNOWN"), state: nil, at: .noon(20)).isEmpty)
    }
  }

  private func withStore(_ kind: Kind, _ body: (any ActivationCodeStore) async throws -> Void) async throws {
    switch kind {
    case .memory: try await body(MemoryActivationCodeStore())
    case .grdb: try await withDatabase([ActivationCodesPlugin()]) { try await body(GRDBActivationCodeStore($0)) }
    }
  }
}
