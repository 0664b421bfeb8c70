import Foundation
import ServiceConfiguration
import TestSupport
import Testing

@testable import ServiceHost

@Suite struct ContributingTests {
  @Test("The plugin in CONTRIBUTING.md is the one that is compiled here")
  func sameText() throws {
    let guide = try Repository.text(of: "CONTRIBUTING.md")
    let plugin = try Repository.text(of: "Tests/LibraryTests/Documentation/GreetingPlugin.swift")

    #expect(guide.contains("```swift\n\(plugin)```\n"))
  }

  @Test("The plugin in CONTRIBUTING.md declares its variable and refuses nothing by default")
  func configures() {
    let variables = VariableReader(["GREETING_WORD": "servus"])

    let settings = GreetingPlugin().configure(variables)

    #expect(settings.word == "servus")
    #expect(variables.declared.map(\.name) == ["GREETING_WORD"])
  }
}
