import Foundation
import JWTKit
import Schemas

/// What an access token says (RFC 7519 names). User tokens and service tokens differ in `kind` and `aud`.
package struct AccessClaims: JWTPayload, Sendable, Equatable {
  package enum Kind: String, Codable, Sendable { case user, service }

  package var iss: IssuerClaim
  /// ``userAudience`` for a user's token, else the name of the one service that may accept it.
  package var aud: AudienceClaim
  /// User id, or the calling service's name.
  package var sub: SubjectClaim
  package var kind: Kind
  package var role: Role?
  package var iat: IssuedAtClaim
  package var nbf: NotBeforeClaim
  package var exp: ExpirationClaim
  package var jti: IDClaim

  package static let issuer = "voicememos-auth"
  package static let userAudience = "voicememos"

  package init(
    subject: String, kind: Kind, audience: String, role: Role?, issuedAt: Date, lifetime: Duration, id: String
  ) {
    iss = IssuerClaim(value: Self.issuer)
    aud = AudienceClaim(value: audience)
    sub = SubjectClaim(value: subject)
    self.kind = kind
    self.role = role
    iat = IssuedAtClaim(value: issuedAt)
    nbf = NotBeforeClaim(value: issuedAt)
    exp = ExpirationClaim(value: issuedAt.addingTimeInterval(TimeInterval(lifetime.components.seconds)))
    jti = IDClaim(value: id)
  }

  /// Dates and audience are checked by ``TokenVerifier`` on every use, a cached token's included.
  package func verify(using algorithm: some JWTAlgorithm) async throws {}
}
