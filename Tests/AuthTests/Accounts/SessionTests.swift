import Schemas
import TestSupport
import Testing

@Suite struct SessionTests {
  @Test("A refresh token is good for one renewal, which brings the next one")
  func rotates() async throws {
    let clock = try ManualClock()
    try await withAuth(clock: clock.wallClock) { auth in
      let session = try await auth.register("ana")

      let renewed = try await auth.refresh(session.refreshToken).decode(SessionAnswer.self)

      #expect(renewed.userID == session.userID)
      #expect(renewed.refreshToken != session.refreshToken)
      #expect(try await auth.refresh(renewed.refreshToken).status == 200)
    }
  }

  @Test("A refresh token used again later ends its whole session")
  func endsSessionOnReuse() async throws {
    let clock = try ManualClock()
    try await withAuth(clock: clock.wallClock) { auth in
      let session = try await auth.register("ana")
      let other = try await auth.login("ana").decode(SessionAnswer.self)
      let renewed = try await auth.refresh(session.refreshToken).decode(SessionAnswer.self)
      clock.advance(by: .seconds(11))

      let reused = try await auth.refresh(session.refreshToken)

      #expect(reused.status == 401)
      #expect(reused.error == "REFRESH_TOKEN_INVALID")
      #expect(try await auth.refresh(renewed.refreshToken).error == "REFRESH_TOKEN_INVALID")
      #expect(try await auth.refresh(other.refreshToken).status == 200)
    }
  }

  @Test("Two tabs that renew within ten seconds both go on")
  func allowsRace() async throws {
    let clock = try ManualClock()
    try await withAuth(clock: clock.wallClock) { auth in
      let session = try await auth.register("ana")
      let first = try await auth.refresh(session.refreshToken).decode(SessionAnswer.self)
      clock.advance(by: .seconds(10))

      let second = try await auth.refresh(session.refreshToken).decode(SessionAnswer.self)

      #expect(try await auth.refresh(first.refreshToken).status == 200)
      #expect(try await auth.refresh(second.refreshToken).status == 200)
    }
  }

  @Test("A refresh token that rested for thirty days is over")
  func expires() async throws {
    let clock = try ManualClock()
    try await withAuth(clock: clock.wallClock) { auth in
      let session = try await auth.register("ana")

      clock.advance(by: .seconds(30 * 86_400))

      #expect(try await auth.refresh(session.refreshToken).error == "REFRESH_TOKEN_INVALID")
    }
  }

  @Test("Unknown refresh tokens are refused and may be logged out", arguments: ["nonsense", "🙂"])
  func refusesUnknown(token: String) async throws {
    try await withAuth { auth in
      let renewal = try await auth.refresh(token)
      let logout = try await auth.client.post("/auth/logout", ["refresh_token": .string(token)])

      #expect(renewal.error == "REFRESH_TOKEN_INVALID")
      #expect(logout.status == 204)
    }
  }

  @Test("Logging out ends this session and no other")
  func logsOut() async throws {
    try await withAuth { auth in
      let session = try await auth.register("ana")
      let other = try await auth.login("ana").decode(SessionAnswer.self)

      let answer = try await auth.client.post("/auth/logout", ["refresh_token": .string(session.refreshToken)])

      #expect(answer.status == 204)
      #expect(try await auth.refresh(session.refreshToken).error == "REFRESH_TOKEN_INVALID")
      #expect(try await auth.refresh(other.refreshToken).status == 200)
    }
  }

  @Test("Logging out everywhere ends every session and voids the access tokens, but not the next log-in's")
  func logsOutEverywhere() async throws {
    try await withAuth { auth in
      let session = try await auth.register("ana")
      let client = auth.client.with(token: session.accessToken)

      #expect(try await client.post("/auth/logout-all").status == 204)

      #expect(try await client.get("/user/settings").error == "UNAUTHENTICATED")
      #expect(try await auth.refresh(session.refreshToken).error == "REFRESH_TOKEN_INVALID")
      let again = try await auth.login("ana").decode(SessionAnswer.self)
      #expect(try await auth.client.with(token: again.accessToken).get("/user/settings").status == 200)
    }
  }

  @Test("Other services learn who logged out everywhere")
  func publishesRevocations() async throws {
    try await withAuth { auth in
      let session = try await auth.register("ana")
      _ = try await auth.client.with(token: session.accessToken).post("/auth/logout-all")

      let answer = try await auth.asVoice().get("/internal/auth/revocations").decode(RevocationsAnswer.self)

      #expect(answer.revocations.map(\.userID) == [session.userID])
    }
  }

  @Test("A disabled user's tokens, old and new, open nothing")
  func disables() async throws {
    try await withAuth { auth in
      let ana = try await auth.register("ana")

      _ = try await auth.admin().patch("/admin/users/\(ana.userID)", ["disabled": true])

      #expect(try await auth.client.with(token: ana.accessToken).get("/user/settings").status == 401)
      #expect(try await auth.refresh(ana.refreshToken).error == "ACCOUNT_DISABLED")
      #expect(try await auth.asVoice().get("/internal/auth/users/\(ana.userID)").error == "ACCOUNT_DISABLED")
    }
  }

  @Test("Renewals are limited by user")
  func limitsRenewals() async throws {
    try await withAuth(["RATE_LIMIT_REFRESH": "1/1"]) { auth in
      let session = try await auth.register("ana")
      let renewed = try await auth.refresh(session.refreshToken).decode(SessionAnswer.self)

      #expect(try await auth.refresh(renewed.refreshToken).error == "RATE_LIMITED")
    }
  }

  @Test("Revocations and sessions survive a restart")
  func survivesRestart() async throws {
    try await withFolder { folder in
      let session = try await withAuth(["DATA_DIR": folder]) { auth in
        let session = try await auth.register("ana")
        _ = try await auth.client.with(token: session.accessToken).post("/auth/logout-all")
        return (old: session, new: try await auth.login("ana").decode(SessionAnswer.self))
      }

      try await withAuth(["DATA_DIR": folder]) { auth in
        let old = try await auth.client.with(token: session.old.accessToken).get("/user/settings")
        let new = try await auth.client.with(token: session.new.accessToken).get("/user/settings")
        let renewed = try await auth.refresh(session.new.refreshToken)
        #expect(old.status == 401)
        #expect(new.status == 200)
        #expect(renewed.status == 200)
      }
    }
  }
}
