import Capabilities
import Crypto
import Foundation
import JWTKit
import Schemas
import ServiceClients
import Tokens

/// A signing key of its own, for minting tokens without an auth service.
package struct TestTokens: Sendable {
  package static let keyID = "test-key"

  private let key: EdDSA.PrivateKey
  private let clock: WallClock

  package init(clock: WallClock = .system) {
    key = EdDSA.PrivateKey(backing: Curve25519.Signing.PrivateKey())
    self.clock = clock
  }

  /// The public half, as auth publishes it.
  package var jwks: JWKS {
    JWKS(keys: [
      .octetKeyPair(
        .eddsa, identifier: JWKIdentifier(string: Self.keyID), x: key.publicKey.rawRepresentation.base64URL, y: nil,
        curve: .ed25519)
    ])
  }

  package var keySource: KeySource { KeySource { jwks } }

  /// A user's access token, valid for ten minutes from now.
  package func user(_ id: String, role: Role = .user) async throws -> String {
    try await sign(claims(id, .user, audience: AccessClaims.userAudience, role: role))
  }

  /// A token with which `name` may call `audience`.
  package func service(_ name: ServiceName, for audience: ServiceName) async throws -> String {
    try await sign(claims(name.rawValue, .service, audience: audience.rawValue, role: nil))
  }

  package func sign(_ claims: AccessClaims) async throws -> String {
    let keys = JWTKeyCollection()
    await keys.add(eddsa: key, kid: JWKIdentifier(string: Self.keyID))
    return try await keys.sign(claims, kid: JWKIdentifier(string: Self.keyID))
  }

  private func claims(_ subject: String, _ kind: AccessClaims.Kind, audience: String, role: Role?) -> AccessClaims {
    AccessClaims(
      subject: subject, kind: kind, audience: audience, role: role, issuedAt: clock.now(), lifetime: .seconds(600),
      id: UUID().uuidString)
  }
}

extension Data {
  var base64URL: String {
    base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
