import AuthTokens
import Foundation
import GRDB
import JWTKit
import Persistence
import Schemas
import TestSupport
import Testing

@Suite struct SigningKeyTests {
  enum Kind: CaseIterable { case grdb, memory }

  @Test("The first key wins, whoever comes later", arguments: Kind.allCases)
  func keepsFirst(kind: Kind) async throws {
    try await withStore(kind) { store in
      let first = SealedSigningKey(id: "1", sealed: Data([1]), createdAt: .noon())

      try await store.insertFirst(first)
      try await store.insertFirst(SealedSigningKey(id: "2", sealed: Data([2]), createdAt: .noon(1)))

      #expect(try await store.all() == [first])
    }
  }

  @Test("A key ring opens again with its secret and with no other", arguments: Kind.allCases)
  func reopens(kind: Kind) async throws {
    try await withStore(kind) { store in
      let sealer = KeySealer(secret: TestEnvironment.secretKey)
      let first = try await KeyRing.load(from: store, sealer: sealer, at: .noon())

      let second = try await KeyRing.load(from: store, sealer: sealer, at: .noon(1))

      #expect(first.published.keys.map(\.x) == second.published.keys.map(\.x))
      await #expect(throws: SigningKeyError.wrongSecret) {
        try await KeyRing.load(from: store, sealer: KeySealer(secret: "another-secret-of-32-bytes-000000"), at: .noon())
      }
    }
  }

  @Test("A sealed key cannot be opened under another key's id")
  func bindsID() throws {
    let sealer = KeySealer(secret: TestEnvironment.secretKey)
    let sealed = try sealer.seal(Data("private".utf8), id: "one")

    #expect(try sealer.open(sealed, id: "one") == Data("private".utf8))
    #expect(throws: SigningKeyError.wrongSecret) { try sealer.open(sealed, id: "two") }
  }

  @Test("The published key set holds an Ed25519 public key and nothing private")
  func publishes() async throws {
    try await withAuth { auth in
      let answer = try await auth.client.get("/.well-known/jwks.json")

      let key = try #require(answer.json["keys"]?.arrayValue?.first)
      #expect(key["kty"] == "OKP")
      #expect(key["crv"] == "Ed25519")
      #expect(key["alg"] == "EdDSA")
      #expect(key["kid"] != nil)
      #expect(key["d"] == nil)
    }
  }

  @Test("The database holds neither the private key nor a refresh token")
  func storesNoSecrets() async throws {
    try await withAuth { auth in
      let session = try await auth.register("ana")

      let database = try Database(path: "\(auth.host.dataDirectory)/auth.sqlite", migrations: [])
      let dump = try await database.read { connection in
        try ["signing_keys", "refresh_tokens", "sessions", "accounts", "audit_log"].map { table in
          try Row.fetchAll(connection, sql: "SELECT * FROM \(table)").map(\.debugDescription).joined()
        }.joined()
      }
      try database.close()

      #expect(!dump.contains(session.refreshToken))
      #expect(!dump.contains(session.accessToken))
      #expect(!dump.contains(RunningAuth.password))
    }
  }

  private func withStore(_ kind: Kind, _ body: (any SigningKeyStore) async throws -> Void) async throws {
    switch kind {
    case .memory: try await body(MemorySigningKeyStore())
    case .grdb: try await withDatabase([TokensPlugin()]) { try await body(GRDBSigningKeyStore($0)) }
    }
  }
}
