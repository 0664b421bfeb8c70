import Schemas
import TestSupport
import Testing

@Suite struct ActivationCodeRoutesTests {
  @Test("Codes that an admin makes are valid, listed as unused, and used after one registration")
  func lifecycle() async throws {
    try await withAuth { auth in
      let admin = try await auth.admin()

      let made = try await admin.post("/admin/activation-codes", ["count": 2, "expires_in_days": 7])
      let codes = try made.decode(ActivationCodesAnswer.self).codes
      let registered = try await auth.client.post("/auth/register", auth.registration("ana", code: codes[0].code))

      #expect(made.status == 201)
      #expect(codes.map(\.state) == ["unused", "unused"])
      #expect(registered.status == 201)
      #expect(try await isValid(codes[0].code, auth) == false)
      #expect(try await isValid(codes[1].code.lowercased(), auth) == true)
      let used = try await admin.get("/admin/activation-codes?state=used").decode(ActivationCodesAnswer.self).codes
      #expect(used.map(\.code) == [codes[0].code])
      #expect(used.first?.usedBy == registered.json["user_id"]?.stringValue)
    }
  }

  @Test("A code past its day is not valid")
  func expires() async throws {
    let clock = try ManualClock()
    try await withAuth(clock: clock.wallClock) { auth in
      let made = try await auth.admin().post("/admin/activation-codes", ["count": 1, "expires_in_days": 1])
      let code = try #require(try made.decode(ActivationCodesAnswer.self).codes.first?.code)

      clock.advance(by: .seconds(86_400))

      #expect(try await isValid(code, auth) == false)
      let refused = try await auth.client.post("/auth/register", auth.registration("ana", code: code))
      #expect(refused.error == "ACTIVATION_CODE_INVALID")
    }
  }

  @Test("The command prints one code a line")
  func command() async throws {
    try await withAuth { auth in
      let lines = try await auth.run("activation-codes", "3").split(separator: "\n")

      #expect(lines.count == 3)
      for line in lines { #expect(try await isValid(String(line), auth) == true) }
      await #expect(throws: (any Error).self) { try await auth.run("activation-codes", "none") }
    }
  }

  @Test("A malformed state, limit or count is refused", arguments: ["?state=broken", "?limit=0", "?limit=many"])
  func refusesMalformedQueries(query: String) async throws {
    try await withAuth { auth in
      let admin = try await auth.admin()

      #expect(try await admin.get("/admin/activation-codes\(query)").error == "VALIDATION_FAILED")
      #expect(try await admin.post("/admin/activation-codes", ["count": 1001]).error == "VALIDATION_FAILED")
      #expect(try await admin.post("/admin/activation-codes", ["counts": 1]).error == "VALIDATION_FAILED")
    }
  }

  @Test("Guessing codes is limited by address")
  func limitsGuesses() async throws {
    try await withAuth(["RATE_LIMIT_VERIFY_CODE_IP": "2/1"]) { auth in
      for code in ["one", "two"] { #expect(try await isValid(code, auth) == false) }

      let third = try await auth.client.post("/auth/verify-activation-code", ["activationCode": "three"])

      #expect(third.error == "RATE_LIMITED")
      #expect(third.header("Retry-After") != nil)
    }
  }

  private func isValid(_ code: String, _ auth: RunningAuth) async throws -> Bool? {
    try await auth.client.post("/auth/verify-activation-code", ["activationCode": .string(code)]).json["valid"]?
      .boolValue
  }
}
