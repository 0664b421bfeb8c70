import Schemas
import TestSupport
import Testing

@Suite struct RegistrationTests {
  @Test("A registration gives an account and its first session")
  func registers() async throws {
    try await withAuth { auth in
      let code = try await auth.run("activation-codes")

      let answer = try await auth.client.post("/auth/register", auth.registration("Ana", code: code))

      let session = try answer.decode(SessionAnswer.self)
      #expect(answer.status == 201)
      #expect(session.username == "Ana")
      #expect(session.email == "Ana@example.org")
      #expect(session.expiresIn == 600)
      #expect(answer.header("Cache-Control") == "no-store")
      #expect(try await auth.client.with(token: session.accessToken).get("/user/settings").status == 200)
      #expect(try await auth.refresh(session.refreshToken).status == 200)
    }
  }

  @Test("Of twenty simultaneous registrations with one code exactly one wins")
  func oneCodeOneAccount() async throws {
    try await withAuth { auth in
      let code = try await auth.run("activation-codes")

      let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
        for index in 0..<20 {
          group.addTask {
            let answer = try await auth.client.post("/auth/register", auth.registration("user\(index)", code: code))
            return answer.error ?? "\(answer.status)"
          }
        }
        return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      }

      #expect(outcomes == ["201": 1, "ACTIVATION_CODE_INVALID": 19])
      #expect(try await auth.admin().get("/admin/users").decode(AdminUsersAnswer.self).users.count == 2)
    }
  }

  @Test("Of simultaneous registrations of one name exactly one wins, and the others keep their codes")
  func oneNameOneAccount() async throws {
    try await withAuth { auth in
      let codes = try await auth.run("activation-codes", "6").split(separator: "\n").map(String.init)

      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for (index, code) in codes.enumerated() {
          group.addTask {
            try await auth.client.post(
              "/auth/register", auth.registration(index.isMultiple(of: 2) ? "ana" : "ANA", code: code)
            ).status
          }
        }
        return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      }

      #expect(statuses == [201: 1, 409: 5])
      let unused = try await auth.admin().get("/admin/activation-codes?state=unused")
      #expect(try unused.decode(ActivationCodesAnswer.self).codes.count == 5)
    }
  }

  @Test("Names and addresses that are taken are told apart")
  func refusesTaken() async throws {
    try await withAuth { auth in
      _ = try await auth.register("ana")
      let code = try await auth.run("activation-codes")

      let name = try await auth.client.post("/auth/register", auth.registration("ANA", code: code, email: "x@y.org"))
      let email = try await auth.client.post(
        "/auth/register", auth.registration("eva", code: code, email: "ANA@example.org"))

      #expect(name.error == "USERNAME_TAKEN")
      #expect(email.error == "EMAIL_TAKEN")
      #expect(email.status == 409)
    }
  }

  @Test("Every field that is not valid is named in one answer")
  func namesAllProblems() async throws {
    try await withAuth { auth in
      let answer = try await auth.client.post(
        "/auth/register",
        ["username": "a b", "email": "nobody", "password": "short", "activationCode": "ABCDEFGHJK2"])

      #expect(answer.status == 422)
      #expect(
        answer.json["fields"]?.arrayValue?.compactMap { $0["field"]?.stringValue } == ["username", "email", "password"])
    }
  }

  @Test("A common password, an unknown code and a missing field are refused")
  func refuses() async throws {
    try await withAuth { auth in
      let code = try await auth.run("activation-codes")

      let common = try await auth.client.post(
        "/auth/register", auth.registration("ana", code: code, password: "password1234"))
      let unknown = try await auth.client.post("/auth/register", auth.registration("ana", code: "ABCDEFGHJK2"))
      let missing = try await auth.client.post("/auth/register", ["username": "ana"])

      #expect(common.error == "PASSWORD_TOO_COMMON")
      #expect(unknown.error == "ACTIVATION_CODE_INVALID")
      #expect(missing.error == "VALIDATION_FAILED")
    }
  }

  @Test("PASSWORD_MIN_LENGTH sets the shortest password")
  func configuresLength() async throws {
    try await withAuth(["PASSWORD_MIN_LENGTH": "30"]) { auth in
      let code = try await auth.run("activation-codes")

      let answer = try await auth.client.post("/auth/register", auth.registration("ana", code: code))

      #expect(answer.error == "VALIDATION_FAILED")
    }
  }

  @Test("Registrations are limited by address")
  func limits() async throws {
    try await withAuth(["RATE_LIMIT_REGISTER_IP": "1/1"]) { auth in
      _ = try await auth.register("ana")

      #expect(try await auth.client.post("/auth/register", auth.registration("bob", code: "X")).error == "RATE_LIMITED")
    }
  }
}
