import HTTPTypes
import Schemas
import ServiceConfiguration
import ServiceHTTP
import ServiceHost

/// Answers `GET /greeting` with a word that the operator chooses.
package struct GreetingPlugin: ServicePlugin {
  package struct Settings: Sendable {
    var word: String
  }

  package let identity = "perform.greeting"

  package init() {}

  package func configure(_ variables: VariableReader) -> Settings {
    Settings(word: variables.text("GREETING_WORD", default: "hello", "What the greeting says."))
  }

  package func assemble(_ settings: Settings, in assembly: PluginAssembly) async throws -> Contributions {
    Contributions(routes: [
      Route(.get, "/greeting", "A friendly word", access: .open) { _ in
        try Reply.json(["greeting": settings.word])
      }
    ])
  }
}
