import PerformCore
import Resilience
import Schemas
import ServiceConfiguration
import ServiceHost
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
    let rules = try NoteRules.shipped()
    let journal = TextJournal(logger: assembly.logger, metrics: assembly.metrics)
    let offline = TemplateWriter(
      library: try .shipped(), accepts: rules.check.acceptor(try assembly.port(.routines)),
      randomness: assembly.randomness, memory: Self.memory(assembly))
    let policy = NotePolicy(timeout: settings.timeout)
    assembly.provide(
      .noteComposer,
      NoteWriter(
        models: settings.writers.map { Self.guarded($0(assembly, journal), policy, assembly, journal) },
        offline: offline, rules: rules, policy: policy, environment: Self.environment(assembly, journal)))
    let hasKey = settings.hasGoogleKey
    return Contributions(healthFacts: [HealthFact("has_google_api_key") { .bool(hasKey) }])
  }

  private static func guarded(
    _ writer: any TextWriter, _ policy: NotePolicy, _ assembly: PluginAssembly, _ journal: TextJournal
  ) -> any TextWriter {
    let source = writer.source
    let breaker = CircuitBreaker(clock: assembly.steadyClock) { journal.circuit(of: source, is: $0) }
    return GuardedWriter(writer, breaker: breaker, tellingTime: policy.tellingTime)
  }

  private static func memory(_ assembly: PluginAssembly) -> any LineMemory {
    guard let redis = assembly.redis else { return RecentLines() }
    return RedisLineMemory(redis, logger: assembly.logger)
  }

  private static func environment(_ assembly: PluginAssembly, _ journal: TextJournal) -> NoteWriter.Environment {
    var environment = NoteWriter.Environment()
    environment.pause = assembly.pause
    environment.randomness = assembly.randomness
    environment.observe = { journal.record($0) }
    return environment
  }
}
