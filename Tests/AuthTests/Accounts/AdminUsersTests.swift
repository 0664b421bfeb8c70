import AuthHost
import Schemas
import TestSupport
import Testing

@Suite struct AdminUsersTests {
  @Test("An admin lists accounts page by page")
  func lists() async throws {
    try await withAuth { auth in
      for name in ["ana", "bob", "eva"] { _ = try await auth.register(name) }
      let admin = try await auth.admin()

      let first = try await admin.get("/admin/users?limit=2").decode(AdminUsersAnswer.self)
      let second = try await admin.get("/admin/users?limit=2&cursor=\(first.nextCursor ?? "")")
        .decode(AdminUsersAnswer.self)

      #expect(first.users.map(\.username) == ["ana", "bob"])
      #expect(second.users.map(\.username) == ["eva", "chief"])
      #expect(second.users.map(\.role) == [.user, .admin])
    }
  }

  @Test("A promoted user administrates with the next token, not with the old one")
  func promotes() async throws {
    try await withAuth { auth in
      let ana = try await auth.register("ana")

      let changed = try await auth.admin().patch("/admin/users/\(ana.userID)", ["role": "admin"])

      #expect(try changed.decode(AdminUserAnswer.self).role == .admin)
      #expect(try await auth.client.with(token: ana.accessToken).get("/admin/users").status == 401)
      let renewed = try await auth.refresh(ana.refreshToken).decode(SessionAnswer.self)
      #expect(try await auth.client.with(token: renewed.accessToken).get("/admin/users").status == 200)
    }
  }

  @Test("The last administrator cannot be taken away, nor an unknown user changed, nor an unknown field")
  func refuses() async throws {
    try await withAuth { auth in
      let admin = try await auth.admin()
      let chief = try await admin.get("/admin/users").decode(AdminUsersAnswer.self).users[0].userID

      #expect(try await admin.patch("/admin/users/\(chief)", ["disabled": true]).error == "LAST_ADMIN")
      #expect(try await admin.patch("/admin/users/nobody", ["disabled": true]).error == "NOT_FOUND")
      #expect(try await admin.patch("/admin/users/\(chief)", ["password": "x"]).error == "VALIDATION_FAILED")
      #expect(try await admin.patch("/admin/users/\(chief)", ["role": "king"]).error == "VALIDATION_FAILED")
    }
  }

  @Test(
    "Nobody else reaches the admins' routes", arguments: ["/admin/users", "/admin/activation-codes", "/admin/audit"])
  func guardsRoutes(path: String) async throws {
    try await withAuth { auth in
      let ana = try await auth.register("ana")

      #expect(try await auth.client.get(path).error == "UNAUTHENTICATED")
      #expect(try await auth.client.with(token: ana.accessToken).get(path).error == "FORBIDDEN")
      #expect(try await auth.asVoice().get(path).status == 401)
    }
  }

  @Test("A user reaches only their own routes, whether or not the other exists")
  func guardsOwners() async throws {
    try await withAuth { auth in
      let ana = try await auth.register("ana")
      let bob = try await auth.register("bob")
      let client = auth.client.with(token: ana.accessToken)

      for id in [bob.userID, "nobody"] {
        let answer = try await client.get("/users/\(id)/settings")
        #expect(answer.status == 403)
        #expect(answer.error == "FORBIDDEN")
      }
      #expect(try await client.get("/users/\(ana.userID)/settings").status == 200)
    }
  }

  @Test("The command makes an administrator once, and says why it does not")
  func command() async throws {
    try await withAuth { auth in
      let printed = try await auth.run("create-admin", "chief", "chief@example.org")

      #expect(printed.contains("shown only now"))
      for arguments in [("chief", "other@example.org"), ("x", "other@example.org"), ("boss", "nobody")] {
        await #expect(throws: (any Error).self) { try await auth.run("create-admin", arguments.0, arguments.1) }
      }
      await #expect(throws: (any Error).self) { try await auth.run("create-admin", "alone") }
    }
  }
}
