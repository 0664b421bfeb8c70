import AuthCore
import Foundation
import Schemas
import Synchronization

package final class MemoryActivationCodeStore: ActivationCodeStore {
  private let codes = Mutex<[String: ActivationCode]>([:])

  package init() {}

  package func insert(_ new: [ActivationCode]) async throws {
    try codes.withLock { codes in
      guard Set(new.map(\.text)).count == new.count, new.allSatisfy({ codes[$0.text] == nil }) else {
        throw ServiceError(.internalError, cause: "duplicate activation code")
      }
      for code in new { codes[code.text] = code }
    }
  }

  package func find(_ code: String) async throws -> ActivationCode? {
    codes.withLock { $0[ActivationCode.key(code)] }
  }

  package func page(
    _ query: PageQuery, state: ActivationCode.State?, at instant: Date
  ) async throws -> [ActivationCode] {
    codes.withLock { codes in
      let last = query.cursor.flatMap { codes[$0] }
      return codes.values.sorted { ($0.createdAt, $0.text) > ($1.createdAt, $1.text) }
        .filter { code in last.map { (code.createdAt, code.text) < ($0.createdAt, $0.text) } ?? (query.cursor == nil) }
        .filter { state == nil || $0.state(at: instant) == state }
        .prefix(query.limit).map { $0 }
    }
  }

  package func isUsable(_ code: String, at instant: Date) -> Bool {
    codes.withLock { $0[ActivationCode.key(code)]?.lets(register: instant) ?? false }
  }

  /// The same rule as the database's, for stores of accounts in memory.
  package func redeem(_ code: String, for userID: String, at instant: Date) throws {
    try codes.withLock { codes in
      guard var found = codes[ActivationCode.key(code)], found.lets(register: instant) else {
        throw ServiceError(.activationCodeInvalid)
      }
      found.usedAt = instant
      found.usedBy = userID
      codes[found.text] = found
    }
  }
}
