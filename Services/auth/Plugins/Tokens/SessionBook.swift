import AuthCore
import Capabilities
import Foundation
import Observability
import Schemas

/// Users' sessions: an access token each time, and a refresh token that is good for one renewal.
package struct SessionBook: SessionKeeping {
  let store: any SessionStore
  let issuer: AccessTokenIssuer
  let revocations: Revocations
  let audit: any AuditRecording
  let clock: WallClock
  let identifiers: Identifiers
  let randomness: Randomness
  let metrics: MetricRegistry

  package func open(for userID: String, role: Role) async throws -> SessionTokens {
    let refresh = RefreshToken.fresh(randomness)
    let session = StoredSession(id: identifiers.make(), userID: userID, openedAt: clock.now())
    try await store.open(session, token: stored(refresh))
    return try await tokens(for: userID, role, refresh)
  }

  package func owner(of refreshToken: String) async throws -> String? {
    try await store.owner(of: RefreshToken(refreshToken).digest)
  }

  package func renew(_ refreshToken: String, role: Role) async throws -> SessionTokens {
    let successor = RefreshToken.fresh(randomness)
    let outcome = try await store.renew(
      RefreshToken(refreshToken).digest, at: clock.now(), successor: stored(successor))
    metrics.increment("refreshes_total", labels: ["outcome": "\(outcome.rule)"])
    switch (outcome.rule, outcome.userID) {
    case (.rotate, let userID?), (.race, let userID?):
      return try await tokens(for: userID, role, successor)
    case (.reuse, let userID):
      try await audit.record(.refreshTokenReused, by: nil, about: userID)
      throw ServiceError(.refreshTokenInvalid)
    default: throw ServiceError(.refreshTokenInvalid)
    }
  }

  package func close(_ refreshToken: String) async throws {
    _ = try await store.close(RefreshToken(refreshToken).digest, at: clock.now())
  }

  package func closeAll(of userID: String) async throws {
    try await store.closeAll(of: userID, at: clock.now())
    try await revocations.revoke(userID)
  }

  package func voidAccessTokens(of userID: String) async throws {
    try await revocations.revoke(userID)
  }

  private func stored(_ token: RefreshToken) -> StoredRefreshToken {
    StoredRefreshToken(digest: token.digest, expiresAt: clock.now().addingTimeInterval(RefreshToken.lifetime))
  }

  private func tokens(for userID: String, _ role: Role, _ refresh: RefreshToken) async throws -> SessionTokens {
    SessionTokens(
      accessToken: try await issuer.createToken(for: userID, role: role), refreshToken: refresh.text,
      expiresIn: issuer.secondsOfValidity)
  }
}
