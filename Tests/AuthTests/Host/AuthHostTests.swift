import AuthHost
import HTTPTypes
import Schemas
import ServiceConfiguration
import ServiceHTTP
import ServiceHost
import TestSupport
import Testing

@Suite struct AuthHostTests {
  @Test("Without SECRET_KEY the service does not start, and every problem is told at once")
  func refusesConfiguration() throws {
    let error = #expect(throws: ConfigurationRefused.self) {
      try AuthHost.definition.check([
        "ACCESS_TOKEN_SECONDS": "601", "RATE_LIMIT_LOGIN": "many", "AUTH_SERVICE_SECRETS": "voice=short",
        "PASSWORD_MIN_LENGTH": "3", "RATE_LIMIT_LOGON": "1/1",
      ])
    }

    #expect(
      error?.problems.map(\.variable).sorted() == [
        "ACCESS_TOKEN_SECONDS", "AUTH_SERVICE_SECRETS", "PASSWORD_MIN_LENGTH", "RATE_LIMIT_LOGIN", "RATE_LIMIT_LOGON",
        "SECRET_KEY",
      ])
  }

  @Test("A short SECRET_KEY is refused without being shown")
  func refusesShortSecret() throws {
    let error = #expect(throws: ConfigurationRefused.self) {
      try AuthHost.definition.check(["SECRET_KEY": "too-short"])
    }

    #expect(error?.problems.map(\.variable) == ["SECRET_KEY"])
    #expect(error?.description.contains("too-short") == false)
  }

  @Test("Every variable that the host reads is known to the whole product")
  func declaresKnownVariables() throws {
    let names = try AuthHost.definition.declaredVariables().map(\.name)

    #expect(Set(names).subtracting(KnownVariables.names) == [])
  }

  @Test("The host serves the routes of the product's table")
  func servesRoutes() async throws {
    try await withAuth { auth in
      let routes = Set(auth.host.assembled.routes.map { "\($0.method.rawValue) \($0.path)" })

      #expect(
        routes == [
          "POST /auth/register", "POST /auth/login", "POST /auth/refresh", "POST /auth/logout",
          "POST /auth/logout-all", "POST /auth/verify-activation-code", "GET /.well-known/jwks.json", "GET /user/me",
          "GET /user/settings", "PUT /user/settings", "PATCH /user/settings", "GET /users/{id}/settings",
          "PUT /users/{id}/settings", "PATCH /users/{id}/settings", "POST /admin/activation-codes",
          "GET /admin/activation-codes", "GET /admin/users", "PATCH /admin/users/{id}", "GET /admin/audit",
          "POST /internal/auth/service-token", "GET /internal/auth/users/{id}", "GET /internal/auth/revocations",
        ])
      let health = try await auth.client.get("/health")
      #expect(health.json["service"] == "auth")
    }
  }

  @Test("No password, hash, token, code or secret is ever logged, in failures neither")
  func logsNoSecrets() async throws {
    let clock = try ManualClock()
    try await withAuth(clock: clock.wallClock) { auth in
      let code = try await auth.run("activation-codes")
      let answer = try await auth.client.post("/auth/register", auth.registration("ana", code: code))
      let session = try answer.decode(SessionAnswer.self)
      _ = try await auth.login("ana", password: "a wrong secret password")
      _ = try await auth.client.post("/auth/register", auth.registration("ana", code: code))
      _ = try await auth.refresh(session.refreshToken)
      clock.advance(by: .seconds(20))
      _ = try await auth.refresh(session.refreshToken)
      _ = try await auth.client.with(token: session.accessToken).get("/user/me")
      _ = try await auth.client.with(token: session.accessToken + "x").get("/user/me")
      _ = try await auth.serviceToken("voice", RunningAuth.voiceSecret, audience: "auth")
      _ = try await auth.serviceToken("voice", "a wrong service secret", audience: "auth")

      let log = auth.host.logs.lines.joined()

      #expect(auth.host.logs.events("http_request").count >= 9)
      for secret in [
        code, RunningAuth.password, "a wrong secret password", session.refreshToken, session.accessToken, "$argon2id$",
        RunningAuth.voiceSecret, "a wrong service secret", TestEnvironment.secretKey, "ana@example.org",
      ] {
        #expect(!log.contains(secret))
      }
    }
  }
}
