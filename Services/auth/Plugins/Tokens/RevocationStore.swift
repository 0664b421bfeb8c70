import Foundation

/// Where it is kept whose access tokens are void.
package protocol RevocationStore: Sendable {
  /// Tokens issued at or before `instant` are void; an earlier word about the user is replaced.
  func revoke(_ userID: String, issuedUntil instant: Date) async throws

  /// The revocations at or after `instant`, by user.
  func current(since instant: Date) async throws -> [String: Date]
}
