import AuthAccounts
import AuthActivationCodes
import AuthHost
import Foundation
import GRDB
import PasswordHashing
import Persistence
import Schemas
import ServiceHost
import TestSupport
import Testing

@Suite struct LoginTests {
  @Test("A log-in by name or by address gives tokens and the settings", arguments: ["ANA", "ana@EXAMPLE.org"])
  func logsIn(name: String) async throws {
    try await withAuth { auth in
      let registered = try await auth.register("ana")

      let answer = try await auth.login(name)

      let session = try answer.decode(SessionAnswer.self)
      #expect(answer.status == 200)
      #expect(session.userID == registered.userID)
      #expect(session.tokenType == "Bearer")
      #expect(session.settings == UserSettings())
      #expect(
        try await auth.client.with(token: session.accessToken).get("/users/\(session.userID)/settings").status == 200)
    }
  }

  @Test("A wrong password and an unknown name get the same answer")
  func hidesWhichWasWrong() async throws {
    try await withAuth { auth in
      _ = try await auth.register("ana")

      let wrong = try await auth.login("ana", password: "not the password")
      let unknown = try await auth.login("bob", password: "not the password")

      #expect(wrong.status == 401)
      #expect(wrong.error == "INVALID_CREDENTIALS")
      #expect(withoutID(wrong) == withoutID(unknown))
    }
  }

  @Test("An unknown name costs a hash like a known one: when the workers are busy it is turned away too")
  func hashesForUnknownNames() async throws {
    let slow = PasswordHasher(
      concurrency: 1, waiting: 0, parameters: Argon2Parameters(memoryKiB: 131_072, passes: 3, lanes: 1))
    var definition = AuthHost.definition
    definition.plugins[definition.plugins.count - 1] = AccountsPlugin(hasher: slow)

    try await withAuth(definition: definition) { auth in
      let answers = try await withThrowingTaskGroup(of: TestAnswer.self) { group in
        for _ in 0..<8 { group.addTask { try await auth.login("nobody") } }
        return try await group.reduce(into: []) { $0.append($1) }
      }

      let refused = answers.filter { $0.error == "OVERLOADED" }
      #expect(answers.contains { $0.error == "INVALID_CREDENTIALS" })
      #expect(refused.first?.status == 503)
      #expect(refused.first?.header("Retry-After") == "1")
    }
  }

  @Test("A disabled account is told so only when the password is right")
  func refusesDisabled() async throws {
    try await withAuth { auth in
      let ana = try await auth.register("ana")
      _ = try await auth.admin().patch("/admin/users/\(ana.userID)", ["disabled": true])

      #expect(try await auth.login("ana").error == "ACCOUNT_DISABLED")
      #expect(try await auth.login("ana", password: "not the password").error == "INVALID_CREDENTIALS")
    }
  }

  @Test("An imported bcrypt hash lets its owner in once and is replaced")
  func rehashesImported() async throws {
    try await withAuth { auth in
      let ana = try await auth.register("ana")
      let database = try Database(path: "\(auth.host.dataDirectory)/auth.sqlite", migrations: [])
      try await database.write { connection in
        try connection.execute(
          sql: "UPDATE accounts SET password_hash = ?",
          arguments: ["$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"])
      }

      let first = try await auth.login("ana", password: "U*U")
      let second = try await auth.login("ana", password: "U*U")

      let stored = try await database.read { connection in
        try String.fetchOne(connection, sql: "SELECT password_hash FROM accounts WHERE id = ?", arguments: [ana.userID])
      }
      #expect(first.status == 200)
      #expect(second.status == 200)
      #expect(stored?.hasPrefix("$argon2id$") == true)
      try database.close()
    }
  }

  @Test("Guesses at one account are limited whatever address they come from")
  func limitsByAccount() async throws {
    try await withAuth(["RATE_LIMIT_LOGIN": "2/1"]) { auth in
      for _ in 0..<2 { _ = try await auth.login("ana", password: "a guess") }

      let third = try await auth.login("ANA", password: "a guess")

      #expect(third.status == 429)
      #expect(third.header("Retry-After") != nil)
      #expect(try await auth.login("bob", password: "a guess").error == "INVALID_CREDENTIALS")
    }
  }

  @Test("Guesses from one address are limited, and the answer says what is left")
  func limitsByAddress() async throws {
    try await withAuth(["RATE_LIMIT_LOGIN_IP": "2/1"]) { auth in
      let first = try await auth.client.post("/auth/login", ["username": "ana", "password": "a guess"])
      _ = try await auth.login("bob", password: "a guess")

      let third = try await auth.login("eva", password: "a guess")

      #expect(first.error == "INVALID_CREDENTIALS")
      #expect(third.error == "RATE_LIMITED")
    }
  }

  private func withoutID(_ answer: TestAnswer) -> JSONValue {
    guard case .object(var members) = answer.json else { return .null }
    members["request_id"] = nil
    return .object(members)
  }
}
