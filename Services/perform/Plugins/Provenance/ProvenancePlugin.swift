import PerformCore
import RateLimiting
import ServiceConfiguration
import ServiceHTTP
import ServiceHost

/// Where notes come from: signed records, and the way to check them.
package struct ProvenancePlugin: ServicePlugin {
  package let identity = "perform.provenance"
  package let provides = [PortKey.provenance.any]

  package init() {}

  package func configure(_ variables: VariableReader) -> ProvenanceConfiguration {
    ProvenanceConfiguration(variables)
  }

  package func assemble(
    _ settings: ProvenanceConfiguration, in assembly: PluginAssembly
  ) async throws -> Contributions {
    let seal = try ProvenanceSeal(secret: assembly.common.serviceSecret)
    assembly.provide(.provenance, seal)
    let records = KeptRecords(voice: assembly.voice, seal: seal)
    let check = ProvenanceCheck(seal: seal) { try await records.record(of: $0) }
    return Contributions(routes: ProvenanceController(check: check, limits: [settings.limit]).routes)
  }
}

/// How often an address may have notes checked: as often as it may perform, `RATE_LIMIT_PERFORM_IP` (`40/120`).
package struct ProvenanceConfiguration: Sendable {
  var limit: RouteLimit

  init(_ variables: VariableReader) {
    let standard = RateLimit(burst: 40, perMinute: 120)
    let limit = variables.parsed(
      "RATE_LIMIT_PERFORM_IP", kind: "burst/per_minute", default: standard, shownDefault: standard.text,
      "Performances per address.", parse: RateLimit.init)
    self.limit = RouteLimit(name: "provenance", subject: .address, limit: limit)
  }
}
