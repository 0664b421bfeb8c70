import AuthCore
import Persistence
import RateLimiting
import ServiceConfiguration
import ServiceHost

/// Codes that let people register: issued by admins or on the command line, each spent once.
package struct ActivationCodesPlugin: ServicePlugin {
  package struct Settings: Sendable {
    var limits: RouteLimits
  }

  package let identity = "auth.activationCodes"
  package let provides = [PortKey.activationCodes.any]
  package let needs = [PortKey.audit.any]
  package let migrations = ActivationCodeMigrations.all

  package init() {}

  package func configure(_ variables: VariableReader) -> Settings {
    Settings(
      limits: RouteLimits(
        variables, name: "verify-code", subject: "activation code", default: RateLimit(burst: 5, perMinute: 5),
        address: RateLimit(burst: 10, perMinute: 10)))
  }

  package func assemble(_ settings: Settings, in assembly: PluginAssembly) async throws -> Contributions {
    let store = GRDBActivationCodeStore(try assembly.database())
    assembly.provide(.activationCodes, store)
    let issuer = ActivationCodeIssuer(
      store: store, audit: try assembly.port(.audit), clock: assembly.clock, randomness: assembly.randomness)
    let limit = SubjectLimit(
      settings.limits.name, settings.limits.bySubject, limiter: assembly.limiter,
      metrics: assembly.metrics)
    let controller = ActivationCodesController(
      issuer: issuer, store: store, clock: assembly.clock, limit: limit, limits: settings.limits)
    return Contributions(routes: controller.routes, commands: [issuer.command])
  }
}
