import Capabilities
import Foundation
import JWTKit
import Schemas
import Synchronization
import Testing
import Tokens

@Suite struct TokenVerifierTests {
  private let now = Date(timeIntervalSince1970: 1_800_000_000)
  private let key: EdDSA.PrivateKey

  init() throws {
    key = try EdDSA.PrivateKey()
  }

  private func sign(
    audience: String = AccessClaims.userAudience, issuedAt: Date? = nil, kid: String = "k1",
    edit: (inout AccessClaims) -> Void = { _ in }
  ) async throws -> String {
    var claims = AccessClaims(
      subject: "u1", kind: .user, audience: audience, role: .user, issuedAt: issuedAt ?? now, lifetime: .seconds(600),
      id: "t1")
    edit(&claims)
    let keys = await JWTKeyCollection().add(eddsa: key, kid: JWKIdentifier(string: kid))
    return try await keys.sign(claims, kid: JWKIdentifier(string: kid))
  }

  private func verifier(at date: Date? = nil) -> TokenVerifier {
    let jwk = JWK.octetKeyPair(
      .eddsa, identifier: JWKIdentifier(string: "k1"), x: key.publicKey.rawRepresentation.base64URL, y: nil,
      curve: .ed25519)
    let date = date ?? now
    return TokenVerifier(source: KeySource { JWKS(keys: [jwk]) }, clock: WallClock { date })
  }

  @Test("A token signed with a published key is accepted")
  func accepted() async throws {
    let claims = try await verifier().verify(sign(), audience: AccessClaims.userAudience)

    #expect(claims.sub.value == "u1")
  }

  @Test("A token for another audience is refused, also after it was accepted for its own")
  func audience() async throws {
    let verifier = verifier()
    let token = try await sign()

    _ = try await verifier.verify(token, audience: AccessClaims.userAudience)

    await #expect(throws: TokenError.invalid("audience")) { try await verifier.verify(token, audience: "billing") }
  }

  @Test("An expired token is refused")
  func expired() async throws {
    let token = try await sign()

    await #expect(throws: TokenError.expired) {
      try await verifier(at: now.addingTimeInterval(600)).verify(token, audience: AccessClaims.userAudience)
    }
  }

  @Test("A token that is not yet valid is refused")
  func notYet() async throws {
    let token = try await sign(issuedAt: now.addingTimeInterval(60))

    await #expect(throws: TokenError.notYetValid) {
      try await verifier().verify(token, audience: AccessClaims.userAudience)
    }
  }

  @Test("A token of another issuer is refused")
  func issuer() async throws {
    let token = try await sign { $0.iss = "somebody" }

    await #expect(throws: TokenError.invalid("issuer")) {
      try await verifier().verify(token, audience: AccessClaims.userAudience)
    }
  }

  @Test("A token signed with an unknown key is refused")
  func unknownKey() async throws {
    let token = try await sign(kid: "other")

    await #expect(throws: TokenError.invalid("key")) {
      try await verifier().verify(token, audience: AccessClaims.userAudience)
    }
  }

  @Test("Other algorithms are refused before any key is looked at", arguments: ["none", "HS256", "RS256"])
  func algorithm(name: String) async throws {
    let header = Data(#"{"alg":"\#(name)","kid":"k1"}"#.utf8).base64URL
    let rest = try await sign().split(separator: ".").dropFirst().joined(separator: ".")

    await #expect(throws: TokenError.invalid("algorithm")) {
      try await verifier().verify("\(header).\(rest)", audience: AccessClaims.userAudience)
    }
  }

  @Test("A changed signature is refused")
  func signature() async throws {
    let token = try await sign()
    let flipped = token.dropLast(4) + (token.hasSuffix("AAAA") ? "BBBB" : "AAAA")

    await #expect(throws: TokenError.invalid("signature")) {
      try await verifier().verify(String(flipped), audience: AccessClaims.userAudience)
    }
  }

  @Test("A revoked user's earlier token is refused although it was accepted before")
  func revoked() async throws {
    let verifier = verifier()
    let token = try await sign()
    _ = try await verifier.verify(token, audience: AccessClaims.userAudience)

    verifier.revocations.add("u1", issuedUntil: now)

    await #expect(throws: TokenError.revoked) {
      try await verifier.verify(token, audience: AccessClaims.userAudience)
    }
  }

  @Test("Keys that cannot be fetched are not the token's fault")
  func keysUnavailable() async throws {
    struct Down: Error {}
    let date = now
    let verifier = TokenVerifier(source: KeySource { throw Down() }, clock: WallClock { date })
    let token = try await sign()

    await #expect(throws: TokenError.keysUnavailable) {
      try await verifier.verify(token, audience: AccessClaims.userAudience)
    }
  }
}

extension Data {
  fileprivate var base64URL: String {
    base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
