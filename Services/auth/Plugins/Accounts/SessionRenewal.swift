import AuthCore
import Schemas

/// Continues and ends sessions.
struct SessionRenewal: Sendable {
  let parts: AccountParts

  /// Whose token it is, for counting; says nothing of its validity.
  ///
  /// - Throws: `REFRESH_TOKEN_INVALID` for one that was never given out.
  func owner(of refreshToken: String) async throws -> String {
    guard let owner = try await parts.sessions.owner(of: refreshToken) else {
      throw ServiceError(.refreshTokenInvalid)
    }
    return owner
  }

  func renew(_ refreshToken: String, of userID: String) async throws -> SessionAnswer {
    guard let account = try await parts.store.account(userID) else { throw ServiceError(.refreshTokenInvalid) }
    guard !account.disabled else { throw ServiceError(.accountDisabled) }
    let tokens = try await parts.sessions.renew(refreshToken, role: account.role)
    return SessionAnswer(account, tokens)
  }

  func close(_ refreshToken: String) async throws {
    try await parts.sessions.close(refreshToken)
  }

  func closeAll(of userID: String) async throws {
    try await parts.sessions.closeAll(of: userID)
    try await parts.audit.record(.loggedOutEverywhere, by: userID, about: userID)
  }
}
