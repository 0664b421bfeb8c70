import AuthAccounts
import AuthActivationCodes
import AuthCore
import Foundation
import Schemas
import Testing

@Suite struct AccountStoreTests {
  enum Kind: CaseIterable { case grdb, memory }

  @Test("An account is found by id, name and address, whatever the case", arguments: Kind.allCases)
  func finds(kind: Kind) async throws {
    try await withStore(kind) { store in
      let ana = try account("1", "Ana")

      try await store.insert(ana, redeeming: "CODE0000001")

      #expect(try await store.account("1") == ana)
      #expect(try await store.account(named: "aNa".nameKey) == ana)
      #expect(try await store.account(named: "ANA@example.org".nameKey) == ana)
      #expect(try await store.account(named: "bob") == nil)
    }
  }

  @Test("A code is spent once, and not at all when the name is taken", arguments: Kind.allCases)
  func spendsCodesWithAccounts(kind: Kind) async throws {
    try await withStore(kind) { store in
      try await store.insert(account("1", "ana"), redeeming: "CODE0000001")

      await expect(.activationCodeInvalid) { try await store.insert(account("2", "bob"), redeeming: "code0000001") }
      await expect(.usernameTaken) { try await store.insert(account("3", "ANA"), redeeming: "CODE0000002") }
      await expect(.emailTaken) {
        try await store.insert(account("4", "eve", email: "ana@EXAMPLE.org"), redeeming: "CODE0000002")
      }
      try await store.insert(account("5", "bob"), redeeming: "CODE0000002")

      #expect(try await store.page(PageQuery()).map(\.id) == ["1", "5"])
    }
  }

  @Test("Accounts are listed in order, page by page", arguments: Kind.allCases)
  func pages(kind: Kind) async throws {
    try await withStore(kind) { store in
      for id in ["1", "2", "3"] { try await store.insert(account(id, "user\(id)"), redeeming: nil) }

      #expect(try await store.page(PageQuery(limit: 2)).map(\.id) == ["1", "2"])
      #expect(try await store.page(PageQuery(limit: 2, cursor: "2")).map(\.id) == ["3"])
    }
  }

  @Test("A change raises the version; an unknown account is not found", arguments: Kind.allCases)
  func updates(kind: Kind) async throws {
    try await withStore(kind) { store in
      try await store.insert(account("1", "ana"), redeeming: nil)

      let changed = try await store.update("1") { $0.voiceCloning = false }

      #expect(changed.version == 2)
      #expect(try await store.account("1") == changed)
      await expect(.notFound) { _ = try await store.update("2") { $0.disabled = true } }
    }
  }

  @Test("The last administrator who can log in stays one", arguments: Kind.allCases)
  func keepsLastAdmin(kind: Kind) async throws {
    try await withStore(kind) { store in
      try await store.insert(account("1", "ana", role: .admin), redeeming: nil)
      try await store.insert(account("2", "bob", role: .admin), redeeming: nil)

      _ = try await store.update("1") { $0.disabled = true }

      await expect(.lastAdmin) { _ = try await store.update("2") { $0.role = .user } }
      #expect(try await store.account("2")?.role == .admin)
    }
  }

  @Test("A new password hash replaces the old one", arguments: Kind.allCases)
  func rehashes(kind: Kind) async throws {
    try await withStore(kind) { store in
      try await store.insert(account("1", "ana"), redeeming: nil)

      try await store.setPasswordHash("new", of: "1")

      #expect(try await store.account("1")?.passwordHash == "new")
    }
  }

  private func account(
    _ id: String, _ name: String, email: String? = nil, role: Role = .user
  ) throws -> Account {
    Account(
      id: id, username: try #require(Username(name)),
      email: try #require(EmailAddress(email ?? "\(name)@example.org")), passwordHash: "hash", role: role,
      createdAt: .noon())
  }

  private func expect(_ code: ErrorCode, _ work: () async throws -> Void) async {
    let error = await #expect(throws: ServiceError.self) { try await work() }
    #expect(error?.code == code)
  }

  private func withStore(_ kind: Kind, _ body: (any AccountStore) async throws -> Void) async throws {
    let codes = ["CODE0000001", "CODE0000002"].map { ActivationCode(text: $0, createdAt: .noon(-1)) }
    switch kind {
    case .memory:
      let store = MemoryActivationCodeStore()
      try await store.insert(codes)
      try await body(
        MemoryAccountStore(
          codes: MemoryRedemption(
            isUsable: { store.isUsable($0, at: $1) }, spend: { try store.redeem($0, for: $1, at: $2) })))
    case .grdb:
      try await withDatabase([ActivationCodesPlugin(), AccountsPlugin()]) { database in
        let store = GRDBActivationCodeStore(database)
        try await store.insert(codes)
        try await body(GRDBAccountStore(database, codes: store))
      }
    }
  }
}
