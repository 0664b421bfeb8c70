import Crypto
import Foundation
import JWTKit
import Tokens

/// The Ed25519 keys of this installation: the newest signs, all are published for verifying.
package struct KeyRing: Sendable {
  /// The public halves, for `/.well-known/jwks.json`.
  package let published: JWKS
  private let keys: JWTKeyCollection
  private let signing: JWKIdentifier

  /// Opens the stored keys, making the first one where there is none.
  package static func load(
    from store: any SigningKeyStore, sealer: KeySealer, at instant: Date
  ) async throws -> KeyRing {
    if try await store.all().isEmpty {
      let key = Curve25519.Signing.PrivateKey()
      let id = key.publicKey.thumbprint
      try await store.insertFirst(
        SealedSigningKey(id: id, sealed: sealer.seal(key.rawRepresentation, id: id), createdAt: instant))
    }
    let opened = try await store.all().map { stored in
      try Curve25519.Signing.PrivateKey(rawRepresentation: sealer.open(stored.sealed, id: stored.id))
    }
    return try await KeyRing(opened)
  }

  private init(_ opened: [Curve25519.Signing.PrivateKey]) async throws {
    guard let newest = opened.last else { throw SigningKeyError.none }
    keys = JWTKeyCollection()
    for key in opened {
      await keys.add(eddsa: EdDSA.PrivateKey(backing: key), kid: JWKIdentifier(string: key.publicKey.thumbprint))
    }
    signing = JWKIdentifier(string: newest.publicKey.thumbprint)
    published = JWKS(keys: opened.map(\.publicKey.jwk))
  }

  package func sign(_ claims: AccessClaims) async throws -> String {
    try await keys.sign(claims, kid: signing)
  }
}

extension Curve25519.Signing.PublicKey {
  fileprivate var jwk: JWK {
    .octetKeyPair(
      .eddsa, identifier: JWKIdentifier(string: thumbprint), x: rawRepresentation.base64URL, y: nil, curve: .ed25519)
  }

  /// The key's id: its JWK thumbprint (RFC 7638, RFC 8037).
  fileprivate var thumbprint: String {
    let members = #"{"crv":"Ed25519","kty":"OKP","x":"\#(rawRepresentation.base64URL)"}"#
    return Data(SHA256.hash(data: Data(members.utf8))).base64URL
  }
}
