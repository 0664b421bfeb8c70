import Foundation
import HTTPTypes
import Schemas
import ServiceClients
import ServiceHTTP
import ServiceHost
import TestSupport
import Testing

@Suite struct UserRoutesTests {
  @Test("Who is logged in is told with what billing says they have used")
  func tellsMe() async throws {
    let addresses = ServiceAddresses([:])
    try await withAuth(addresses: addresses) { auth in
      addresses.set(auth.host.url, for: .auth)
      try await withRunningHost(UsagePlugin.definition, addresses: addresses) { billing in
        addresses.set(billing.url, for: .billing)
        let ana = try await auth.register("ana")

        let me = try await auth.client.with(token: ana.accessToken).get("/user/me")

        #expect(
          try me.decode(UserAnswer.self)
            == UserAnswer(
              userID: ana.userID, username: "ana", email: "ana@example.org", role: .user, charCount: 123,
              monthlyLimit: 4000))
      }
    }
  }

  @Test("While billing is down the answer is an honest 503")
  func toleratesNoBilling() async throws {
    try await withAuth { auth in
      let ana = try await auth.register("ana")

      let me = try await auth.client.with(token: ana.accessToken).get("/user/me")

      #expect(me.status == 503)
      #expect(me.error == "DEPENDENCY_UNAVAILABLE")
      #expect(me.json["dependency"] == "billing")
    }
  }

  @Test("Other services read a user's settings and flags, and revalidate them by ETag")
  func tellsServices() async throws {
    try await withAuth { auth in
      let ana = try await auth.register("ana")
      let admin = try await auth.admin()
      let voice = try await auth.asVoice()
      let path = "/internal/auth/users/\(ana.userID)"

      let first = try await voice.get(path)
      let tag = try #require(first.header("ETag"))
      #expect(
        try first.decode(InternalUserAnswer.self)
          == InternalUserAnswer(userID: ana.userID, settings: UserSettings(), voiceCloning: true))
      #expect(try await voice.get(path, headers: ["If-None-Match": tag]).status == 304)

      _ = try await auth.client.with(token: ana.accessToken).patch("/user/settings", ["sex": "female"])
      let second = try await voice.get(path, headers: ["If-None-Match": tag])
      #expect(try second.decode(InternalUserAnswer.self).settings.sex == .female)

      _ = try await admin.patch("/admin/users/\(ana.userID)", ["voice_cloning": false])
      let third = try await voice.get(path, headers: ["If-None-Match": second.header("ETag") ?? ""])
      #expect(try third.decode(InternalUserAnswer.self).voiceCloning == false)
      #expect(try await voice.get("/internal/auth/users/nobody").error == "NOT_FOUND")
    }
  }
}

private struct UsagePlugin: ServicePlugin {
  static let definition = HostDefinition(service: .billing, defaultPort: 8084, plugins: [UsagePlugin()])

  let identity = "billing.usage"

  func assemble(_ settings: NoSettings, in assembly: PluginAssembly) async throws -> Contributions {
    Contributions(routes: [
      Route(.get, "/internal/billing/users/{id}/usage", "Usage", access: .services(["auth"])) { _ in
        try Reply.json(
          UsageAnswer(
            charCount: 123, monthlyLimit: 4000, remaining: 3877, resetsAt: .noon(), daysUntilReset: 9))
      }
    ])
  }
}
