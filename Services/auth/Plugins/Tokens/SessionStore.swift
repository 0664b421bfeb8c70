import Foundation

/// Where sessions and the digests of their refresh tokens are kept.
package protocol SessionStore: Sendable {
  /// Adds a session with its first token; forgets tokens that expired before `openedAt`.
  func open(_ session: StoredSession, token: StoredRefreshToken) async throws

  /// The user of a token that is stored, whatever its state.
  func owner(of digest: Data) async throws -> String?

  /// Applies ``RefreshRule`` to the token in one transaction; `successor` is kept where the rule lets it live.
  func renew(_ digest: Data, at now: Date, successor: StoredRefreshToken) async throws -> RefreshOutcome

  /// - Returns: whose session was closed.
  func close(_ digest: Data, at now: Date) async throws -> String?

  func closeAll(of userID: String, at now: Date) async throws
}

package struct StoredSession: Sendable, Equatable {
  package var id: String
  package var userID: String
  package var openedAt: Date

  package init(id: String, userID: String, openedAt: Date) {
    self.id = id
    self.userID = userID
    self.openedAt = openedAt
  }
}

package struct StoredRefreshToken: Sendable, Equatable {
  package var digest: Data
  package var expiresAt: Date

  package init(digest: Data, expiresAt: Date) {
    self.digest = digest
    self.expiresAt = expiresAt
  }
}

package struct RefreshOutcome: Sendable, Equatable {
  package var rule: RefreshRule
  /// `nil` for a token that is not stored.
  package var userID: String?

  package init(rule: RefreshRule, userID: String?) {
    self.rule = rule
    self.userID = userID
  }
}
