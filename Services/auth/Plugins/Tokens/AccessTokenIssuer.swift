import Capabilities
import Foundation
import Schemas
import ServiceClients
import Tokens

/// Signs access tokens for users and for services.
package struct AccessTokenIssuer: Sendable {
  /// A service token's life; callers renew it a minute earlier.
  private static let serviceTokenLifetime = Duration.seconds(300)

  private let ring: KeyRing
  private let lifetime: Duration
  private let clock: WallClock
  private let identifiers: Identifiers

  package init(ring: KeyRing, lifetime: Duration, clock: WallClock, identifiers: Identifiers) {
    self.ring = ring
    self.lifetime = lifetime
    self.clock = clock
    self.identifiers = identifiers
  }

  package var secondsOfValidity: Int { Int(lifetime.components.seconds) }

  /// A user's token, for every service's public routes.
  package func createToken(for userID: String, role: Role) async throws -> String {
    try await sign(userID, .user, audience: AccessClaims.userAudience, role: role, lifetime: lifetime)
  }

  /// A service's token, for the internal routes of one other service.
  package func createToken(from caller: ServiceName, to audience: ServiceName) async throws -> ServiceTokenAnswer {
    guard ServiceCredentials.calls[caller]?.contains(audience) ?? false else { throw ServiceError(.forbidden) }
    let token = try await sign(
      caller.rawValue, .service, audience: audience.rawValue, role: nil, lifetime: Self.serviceTokenLifetime)
    return ServiceTokenAnswer(token: token, expiresIn: Int(Self.serviceTokenLifetime.components.seconds))
  }

  private func sign(
    _ subject: String, _ kind: AccessClaims.Kind, audience: String, role: Role?, lifetime: Duration
  ) async throws -> String {
    try await ring.sign(
      AccessClaims(
        subject: subject, kind: kind, audience: audience, role: role, issuedAt: clock.now(), lifetime: lifetime,
        id: identifiers.make()))
  }
}
