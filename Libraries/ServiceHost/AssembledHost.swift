import Hummingbird
import Logging
import Observability
import Schemas
import ServiceClients
import ServiceHTTP
import ServiceLifecycle

/// A host whose plugins stand ready; ``HostServer`` or the all-in-one program makes it answer.
package struct AssembledHost: Sendable {
  package let service: ServiceName
  package let common: CommonConfiguration
  package let logger: Logger
  package let metrics: MetricRegistry
  package let commands: [MaintenanceCommand]
  /// The plugins' own routes, without the ones that every service has.
  package let routes: [Route]
  package let workers: [any Service]
  package let status: HostStatus

  private let parts: HostParts

  init(definition: HostDefinition, parts: HostParts, contributions: [Contributions]) {
    self.parts = parts
    service = definition.service
    common = parts.common
    logger = parts.logger
    metrics = parts.metrics
    routes = contributions.flatMap(\.routes)
    commands = contributions.flatMap(\.commands)
    var workers = contributions.flatMap(\.workers)
    if service != .auth { workers.append(parts.assembly.revocationRefresh) }
    self.workers = workers
    status = HostStatus(
      service: service.rawValue, clock: parts.capabilities.clock, checks: contributions.flatMap(\.readiness),
      dependencies: contributions.flatMap(\.dependencies) + parts.assembly.sharedDependencies,
      facts: contributions.flatMap(\.healthFacts), metrics: parts.metrics)
  }

  /// What wraps this service's routes, wherever they are mounted.
  package var pipeline: RoutePipeline {
    RoutePipeline(
      service: service.rawValue,
      authenticator: Authenticator(verifier: parts.verifier, service: service.rawValue),
      limiter: parts.assembly.limiter, metrics: metrics, logger: logger,
      clientAddress: ClientAddress(trusted: common.trustedProxies), identifiers: parts.capabilities.identifiers,
      randomness: parts.capabilities.randomness)
  }

  /// Gives back what the plugins acquired; call it once, after the server has stopped.
  package func release() async {
    await parts.release()
  }
}
