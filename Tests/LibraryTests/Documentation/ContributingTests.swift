import Foundation
import PerformGreeting
import Schemas
import ServiceClients
import ServiceHost
import TestSupport
import Testing

@Suite struct ContributingTests {
  @Test("The plugin in CONTRIBUTING.md is the one that is compiled and served here")
  func sameText() throws {
    let guide = try Repository.text(of: "CONTRIBUTING.md")
    let plugin = try Repository.text(of: "Tests/Examples/Greeting/GreetingPlugin.swift")

    #expect(guide.contains("```swift\n\(plugin)```\n"))
  }

  @Test("The plugin in CONTRIBUTING.md answers as the operator chose, also under /api")
  func greets() async throws {
    let definition = HostDefinition(service: .perform, defaultPort: 0, plugins: [GreetingPlugin()])
    try await withRunningHost(definition, environment: ["GREETING_WORD": "servus"]) { host in
      let answer = try await host.client.get("/api/greeting")

      #expect(answer.json == ["greeting": "servus"])
    }
  }
}
