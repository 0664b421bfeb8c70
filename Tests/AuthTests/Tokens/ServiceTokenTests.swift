import AuthTokens
import Schemas
import ServiceClients
import TestSupport
import Testing

@Suite struct ServiceTokenTests {
  @Test("A service gets a token for a service that it may call, for five minutes")
  func issues() async throws {
    try await withAuth { auth in
      let answer = try await auth.serviceToken("perform", RunningAuth.performSecret, audience: "voice")

      #expect(answer.status == 200)
      #expect(try answer.decode(ServiceTokenAnswer.self).expiresIn == 300)
      #expect(answer.header("Cache-Control") == "no-store")
    }
  }

  @Test(
    "A wrong secret and an unknown service get the same refusal",
    arguments: [
      ("voice", RunningAuth.performSecret), ("auth", ""), ("nobody", RunningAuth.voiceSecret), ("voice", "x"),
    ])
  func refusesSecrets(service: String, secret: String) async throws {
    try await withAuth { auth in
      let answer = try await auth.serviceToken(service, secret.isEmpty ? "x" : secret, audience: "billing")

      #expect(answer.status == 401)
      #expect(answer.error == "UNAUTHENTICATED")
    }
  }

  @Test(
    "A service gets no token for one that it has no business with",
    arguments: [
      ("billing", "voice"), ("billing", "perform"), ("voice", "perform"), ("voice", "voice"), ("voice", "nobody"),
    ])
  func refusesPairs(service: String, audience: String) async throws {
    try await withAuth { auth in
      let secret = service == "voice" ? RunningAuth.voiceSecret : RunningAuth.billingSecret

      let answer = try await auth.serviceToken(service, secret, audience: audience)

      #expect(answer.error == "FORBIDDEN")
    }
  }

  @Test(
    "Internal routes refuse nobody's, users' and other audiences' tokens",
    arguments: ["/internal/auth/revocations", "/internal/auth/users/ana"])
  func guardsInternalRoutes(path: String) async throws {
    try await withAuth { auth in
      let ana = try await auth.register("ana")
      let elsewhere = try await auth.serviceToken("perform", RunningAuth.performSecret, audience: "voice")
        .decode(ServiceTokenAnswer.self).token

      #expect(try await auth.client.get(path).status == 401)
      #expect(try await auth.client.with(token: ana.accessToken).get(path).status == 401)
      #expect(try await auth.client.with(token: elsewhere).get(path).status == 401)
      #expect(try await auth.client.get("/api" + path).status == 404)
    }
  }

  @Test(
    "Secrets that cannot be meant are refused at the start",
    arguments: [
      "voice", "voice=short", "nobody=0123456789012345678901234567890123456789",
      "auth=0123456789012345678901234567890123456789",
    ])
  func refusesConfiguration(text: String) {
    #expect(ServiceCredentials(text) == nil)
  }

  @Test("A secret given twice for one service is refused; one with an equals sign is taken whole")
  func readsSecrets() {
    let secret = "0123456789=0123456789=0123456789=="

    #expect(ServiceCredentials("voice=\(secret),voice=\(secret)") == nil)
    #expect(ServiceCredentials("voice=\(secret)")?.authenticate("voice", secret: secret) == .voice)
  }
}
