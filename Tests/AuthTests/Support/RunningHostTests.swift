import Foundation
import HTTPTypes
import Schemas
import ServiceClients
import ServiceHTTP
import ServiceHost
import TestSupport
import Testing

@Suite struct RunningHostTests {
  @Test("A running host answers its plugins' routes and is gone afterwards")
  func answersAndStops() async throws {
    let definition = HostDefinition(service: .billing, defaultPort: 8084, plugins: [GreetingPlugin()])

    let (url, folder) = try await withRunningHost(definition) { host in
      let answer = try await host.client.get("/greeting")
      #expect(answer.json == ["hello": "you"])
      #expect(try await host.client.get("/readyz").status == 200)
      return (host.url, host.dataDirectory)
    }

    _ = try await withTransport { transport in
      await #expect(throws: (any Error).self) { try await TestClient(base: url, transport: transport).get("/livez") }
    }
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test("A host accepts users and services whose tokens the auth double's key signed")
  func acceptsMintedTokens() async throws {
    let definition = HostDefinition(service: .billing, defaultPort: 8084, plugins: [GreetingPlugin()])

    try await withAuthDouble { auth in
      try await withRunningHost(definition, addresses: auth.addresses) { host in
        let user = try await host.client.with(token: auth.tokens.user("ana")).get("/users/ana/greeting")
        let stranger = try await host.client.with(token: auth.tokens.user("bob")).get("/users/ana/greeting")
        let service = try await host.client.with(token: auth.tokens.service(.perform, for: .billing))
          .get("/internal/greeting")

        #expect(user.status == 200)
        #expect(stranger.error == "FORBIDDEN")
        #expect(service.json == ["language": "english"])
        #expect(auth.userCalls == 1)
      }
    }
  }
}

private struct GreetingPlugin: ServicePlugin {
  let identity = "billing.greeting"

  func assemble(_ settings: NoSettings, in assembly: PluginAssembly) async throws -> Contributions {
    Contributions(routes: [
      Route(.get, "/greeting", "Greets", access: .open) { _ in try Reply.json(["hello": "you"]) },
      Route(.get, "/users/{id}/greeting", "Greets its owner", access: .owner) { _ in Reply.empty(.ok) },
      Route(.get, "/internal/greeting", "Asks auth", access: .services(["perform"])) { _ in
        let user = try await assembly.auth.user("ana")
        return try Reply.json(["language": user?.answer.settings.language.rawValue])
      },
    ])
  }
}
