import Foundation
import JWTKit
import Synchronization

/// Users whose earlier tokens and links are void, as auth last told. Kept for the longest life of either.
package final class RevocationList: Sendable {
  private let issuedUntil = Mutex<[String: Date]>([:])

  package init() {}

  package func replace(with revocations: [String: Date]) {
    issuedUntil.withLock { $0 = revocations }
  }

  package func add(_ userID: String, issuedUntil date: Date) {
    issuedUntil.withLock { $0[userID] = max($0[userID] ?? date, date) }
  }

  /// Whether what the user was given at that instant is void by now.
  package func revokes(_ userID: String, issuedAt: Date) -> Bool {
    issuedUntil.withLock { $0[userID] }.map { issuedAt <= $0 } ?? false
  }

  func revokes(_ claims: AccessClaims) -> Bool {
    claims.kind == .user && revokes(claims.sub.value, issuedAt: claims.iat.value)
  }
}
