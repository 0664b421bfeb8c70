import PerformCore
import Redis
import ServiceClients
import ServiceConfiguration
import ServiceHTTP
import ServiceHost

/// The performance itself: who is asked for what, in which order, and what happens when one of them fails.
package struct PerformancePlugin: ServicePlugin {
  package let identity = "perform.performance"
  package let provides = [PortKey.accounts.any, PortKey.performing.any]
  package let needs = [
    PortKey.routines.any, PortKey.noteComposer.any, PortKey.speech.any, PortKey.noteMixing.any,
    PortKey.provenance.any,
  ]

  package init() {}

  package func configure(_ variables: VariableReader) -> PerformanceConfiguration {
    PerformanceConfiguration(variables)
  }

  package func assemble(
    _ settings: PerformanceConfiguration, in assembly: PluginAssembly
  ) async throws -> Contributions {
    let ports = try Self.ports(assembly)
    let running = RunningPerformances()
    let stage = PerformanceStage(
      running: running,
      conductor: PerformanceConductor(
        ports: ports, journal: PerformanceJournal(logger: assembly.logger, metrics: assembly.metrics)),
      library: StoredPerformances(notes: ports.notes, charges: ports.charges, provenance: ports.provenance),
      locks: Self.locks(assembly),
      pause: assembly.pause)
    let links = StreamLinks(secret: assembly.common.serviceSecret, clock: assembly.clock)
    let desk = OrderDesk(
      routines: try assembly.port(.routines), speech: ports.speech, identifiers: assembly.identifiers)
    assembly.provide(.accounts, ports.accounts)
    assembly.provide(
      .performing,
      DirectPerforming(
        desk: desk, stage: stage, limits: settings.limits, thoughtLimits: settings.thoughtLimits))
    return Contributions(
      routes: PerformController(desk: desk, stage: stage, links: links, limits: settings.limits).routes
        + StreamController(running: running, notes: ports.notes, links: links, pause: assembly.pause).routes
        + PrepareController(stage: stage, identifiers: assembly.identifiers, limits: settings.prepareLimits).routes,
      workers: [running],
      dependencies: [.auth, .voice, .billing].map(assembly.dependency))
  }

  private static func ports(_ assembly: PluginAssembly) throws -> PerformancePorts {
    PerformancePorts(
      accounts: ClientAccounts(assembly.auth), charges: assembly.billing, voices: assembly.voice,
      notes: assembly.voice, composer: try assembly.port(.noteComposer), speech: try assembly.port(.speech),
      mixing: try assembly.port(.noteMixing), provenance: try assembly.port(.provenance), clock: assembly.clock,
      pause: assembly.pause, logger: assembly.logger)
  }

  private static func locks(_ assembly: PluginAssembly) -> any PerformanceLocks {
    guard let redis = assembly.redis else { return LocalPerformanceLocks() }
    return RedisPerformanceLocks(
      lock: RedisLock(redis), identifiers: assembly.identifiers, logger: assembly.logger)
  }
}
