import AuthTokens
import Capabilities
import Crypto
import Foundation
import JWTKit
import Persistence
import Schemas
import TestSupport
import Testing
import Tokens

@Suite struct TokenRefusalTests {
  @Test("A token of ours opens the route, so that the refusals below mean something")
  func acceptsOwn() async throws {
    try await withSigner { auth, signer in
      let token = try await signer.sign(claims())

      #expect(try await auth.client.with(token: token).get("/user/settings").status == 200)
    }
  }

  @Test("alg:none is refused, with and without a signature", arguments: ["", "AAAA"])
  func refusesNone(signature: String) async throws {
    try await withSigner { auth, signer in
      let payload = try await signer.sign(claims()).split(separator: ".")[1]
      let header = Data(#"{"alg":"none","typ":"JWT","kid":"\#(signer.keyID)"}"#.utf8).base64URL

      let answer = try await auth.client.with(token: "\(header).\(payload).\(signature)").get("/user/settings")

      #expect(answer.status == 401)
      #expect(answer.error == "UNAUTHENTICATED")
    }
  }

  @Test("HS256 with the public key as its secret is refused")
  func refusesConfusedAlgorithm() async throws {
    try await withSigner { auth, signer in
      let jwk = try #require(try await auth.client.get("/.well-known/jwks.json").json["keys"]?.arrayValue?.first)
      let secret = try #require(Data(base64URL: jwk["x"]?.stringValue ?? ""))
      let keys = JWTKeyCollection()
      let kid = JWKIdentifier(string: signer.keyID)
      await keys.add(hmac: HMACKey(key: SymmetricKey(data: secret)), digestAlgorithm: .sha256, kid: kid)

      let answer = try await auth.client.with(token: keys.sign(claims(), kid: kid)).get("/user/settings")

      #expect(answer.status == 401)
    }
  }

  @Test("Another key under our key's id is refused, and so is an unknown id")
  func refusesForeignKeys() async throws {
    try await withSigner { auth, signer in
      let keys = JWTKeyCollection()
      let ours = JWKIdentifier(string: signer.keyID)
      await keys.add(eddsa: try EdDSA.PrivateKey(curve: .ed25519), kid: ours)

      #expect(try await auth.client.with(token: keys.sign(claims(), kid: ours)).get("/user/settings").status == 401)
      #expect(try await auth.client.with(token: TestTokens().user("ana")).get("/user/settings").status == 401)
    }
  }

  @Test("A service's token, or one for another audience or of another issuer, opens no user's route")
  func refusesWrongAudience() async throws {
    try await withSigner { auth, signer in
      var foreign = claims()
      foreign.iss.value = "somebody-else"
      let tokens = [
        try await signer.sign(claims(kind: .service, audience: "voicememos")),
        try await signer.sign(claims(audience: "auth")), try await signer.sign(foreign),
      ]

      for token in tokens {
        #expect(try await auth.client.with(token: token).get("/user/settings").error == "UNAUTHENTICATED")
      }
    }
  }

  @Test("An expired token says so, and one from the future is refused")
  func refusesWrongTimes() async throws {
    try await withSigner { auth, signer in
      let expired = try await signer.sign(claims(issuedAt: .now.addingTimeInterval(-601)))
      let early = try await signer.sign(claims(issuedAt: .now.addingTimeInterval(60)))

      #expect(try await auth.client.with(token: expired).get("/user/settings").error == "TOKEN_EXPIRED")
      #expect(try await auth.client.with(token: early).get("/user/settings").error == "UNAUTHENTICATED")
    }
  }

  @Test("A token is valid for ACCESS_TOKEN_SECONDS, to the second")
  func expiresOnTime() async throws {
    let clock = try ManualClock()
    try await withAuth(["ACCESS_TOKEN_SECONDS": "60"], clock: clock.wallClock) { auth in
      let client = auth.client.with(token: try await auth.register("ana").accessToken)

      clock.advance(by: .seconds(59))
      #expect(try await client.get("/user/settings").status == 200)
      clock.advance(by: .seconds(1))
      #expect(try await client.get("/user/settings").error == "TOKEN_EXPIRED")
    }
  }

  @Test("What is no bearer token is refused", arguments: ["", "Bearer", "Bearer x.y.z", "Basic YTpi", "Bearer a.b"])
  func refusesMalformed(header: String) async throws {
    try await withAuth { auth in
      let answer = try await auth.client.get("/user/settings", headers: ["Authorization": header])

      #expect(answer.status == 401)
      #expect(answer.header("WWW-Authenticate") == "Bearer")
    }
  }

  private func claims(
    kind: AccessClaims.Kind = .user, audience: String = AccessClaims.userAudience, issuedAt: Date = .now
  ) -> AccessClaims {
    AccessClaims(
      subject: "ana", kind: kind, audience: audience, role: .user, issuedAt: issuedAt, lifetime: .seconds(600),
      id: UUID().uuidString)
  }

  private func withSigner(_ body: (RunningAuth, Signer) async throws -> Void) async throws {
    try await withAuth { auth in
      let database = try Database(path: "\(auth.host.dataDirectory)/auth.sqlite", migrations: [])
      let ring = try await KeyRing.load(
        from: GRDBSigningKeyStore(database), sealer: KeySealer(secret: TestEnvironment.secretKey), at: .now)
      try await body(auth, Signer(ring: ring))
      try database.close()
    }
  }
}

/// Signs with the service's own key, as somebody who stole it could.
private struct Signer {
  let ring: KeyRing

  var keyID: String { ring.published.keys.first?.keyIdentifier?.string ?? "" }

  func sign(_ claims: AccessClaims) async throws -> String { try await ring.sign(claims) }
}

extension Data {
  fileprivate var base64URL: String {
    base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  fileprivate init?(base64URL text: String) {
    let base64 = text.replacing("-", with: "+").replacing("_", with: "/")
    self.init(base64Encoded: base64 + String(repeating: "=", count: (4 - base64.count % 4) % 4))
  }
}
