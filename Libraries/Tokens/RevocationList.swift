import Foundation
import JWTKit
import Synchronization

/// Users whose earlier tokens are void, as auth last told. Kept for the longest life of an access token.
package final class RevocationList: Sendable {
  private let issuedUntil = Mutex<[String: Date]>([:])

  package init() {}

  package func replace(with revocations: [String: Date]) {
    issuedUntil.withLock { $0 = revocations }
  }

  package func add(_ userID: String, issuedUntil date: Date) {
    issuedUntil.withLock { $0[userID] = max($0[userID] ?? date, date) }
  }

  func revokes(_ claims: AccessClaims) -> Bool {
    guard claims.kind == .user, let until = issuedUntil.withLock({ $0[claims.sub.value] }) else { return false }
    return claims.iat.value <= until
  }
}
