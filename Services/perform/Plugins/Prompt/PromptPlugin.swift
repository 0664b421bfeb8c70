import GeminiText
import Logging
import PerformCore
import Schemas
import ServiceConfiguration
import ServiceHost
import Stemming
import TemplateText
import TextProviders

/// What is said: the writers in order, and the check that stands behind all of them.
package struct PromptPlugin: ServicePlugin {
  package let identity = "perform.prompt"
  package let provides = [PortKey.noteComposer.any]
  package let needs = [PortKey.routines.any]

  package init() {}

  package func configure(_ variables: VariableReader) -> PromptConfiguration {
    PromptConfiguration(variables)
  }

  package func assemble(_ settings: PromptConfiguration, in assembly: PluginAssembly) async throws -> Contributions {
    let check = TextCheck(profiles: try .shipped())
    let offline = TemplateWriter(
      library: try .shipped(), accepts: check.acceptor(try assembly.port(.routines)), randomness: assembly.randomness)
    let journal = TextJournal(logger: assembly.logger, metrics: assembly.metrics)
    var environment = NoteWriter.Environment()
    environment.pause = assembly.pause
    environment.randomness = assembly.randomness
    environment.observe = { journal.record($0) }
    let models = settings.gemini.map {
      GeminiWriter(configuration: $0, transport: assembly.transport) { journal.record($0) }
    }
    assembly.provide(
      .noteComposer,
      NoteWriter(
        models: models.map { [$0] } ?? [], offline: offline, check: check,
        policy: NotePolicy(timeout: settings.timeout),
        environment: environment))
    let hasKey = settings.hasGoogleKey
    return Contributions(healthFacts: [HealthFact("has_google_api_key") { .bool(hasKey) }])
  }
}
