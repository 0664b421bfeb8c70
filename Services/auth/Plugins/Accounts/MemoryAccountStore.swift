import AuthCore
import Foundation
import Schemas
import Synchronization

package final class MemoryAccountStore: AccountStore {
  private let accounts = Mutex<[String: Account]>([:])
  private let codes: MemoryRedemption

  package init(codes: MemoryRedemption) {
    self.codes = codes
  }

  package func insert(_ account: Account, redeeming code: String?) async throws {
    try accounts.withLock { accounts in
      if let code, !codes.isUsable(code, account.createdAt) { throw ServiceError(.activationCodeInvalid) }
      try Self.refuseTaken(account, among: accounts.values)
      if let code { try codes.spend(code, account.id, account.createdAt) }
      accounts[account.id] = account
    }
  }

  package func account(_ id: String) async throws -> Account? {
    accounts.withLock { $0[id] }
  }

  package func account(named key: String) async throws -> Account? {
    accounts.withLock { $0.values.first { $0.username.key == key || $0.email.key == key } }
  }

  package func page(_ query: PageQuery) async throws -> [Account] {
    accounts.withLock { accounts in
      accounts.values.filter { $0.id > query.cursor ?? "" }.sorted { $0.id < $1.id }.prefix(query.limit).map { $0 }
    }
  }

  package func update(_ id: String, _ change: @escaping @Sendable (inout Account) -> Void) async throws -> Account {
    try accounts.withLock { accounts in
      guard var account = accounts[id] else { throw ServiceError(.notFound) }
      let administrated = account.administrates
      change(&account)
      account.version += 1
      let others = accounts.values.filter { $0.id != id }
      guard !administrated || (others + [account]).contains(where: \.administrates) else {
        throw ServiceError(.lastAdmin)
      }
      accounts[id] = account
      return account
    }
  }

  package func setPasswordHash(_ hash: String, of id: String) async throws {
    accounts.withLock { $0[id]?.passwordHash = hash }
  }

  private static func refuseTaken(_ account: Account, among others: some Collection<Account>) throws(ServiceError) {
    guard !others.contains(where: { $0.username.key == account.username.key }) else { throw .init(.usernameTaken) }
    guard !others.contains(where: { $0.email.key == account.email.key }) else { throw .init(.emailTaken) }
  }
}

/// Activation codes, for a ``MemoryAccountStore``.
package struct MemoryRedemption: Sendable {
  package var isUsable: @Sendable (_ code: String, _ instant: Date) -> Bool
  package var spend: @Sendable (_ code: String, _ userID: String, _ instant: Date) throws -> Void

  package init(
    isUsable: @escaping @Sendable (_ code: String, _ instant: Date) -> Bool,
    spend: @escaping @Sendable (_ code: String, _ userID: String, _ instant: Date) throws -> Void
  ) {
    self.isUsable = isUsable
    self.spend = spend
  }
}
