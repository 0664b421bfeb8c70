import Schemas
import ServiceHTTP
import ServiceLifecycle

/// What a plugin adds to its host.
package struct Contributions: Sendable {
  package var routes: [Route]
  /// Long-running work, started before the server and stopped after it.
  package var workers: [any Service]
  package var readiness: [ReadinessCheck]
  /// What the service can do its work without for a while: shown by `/health`, never a reason not to be ready.
  package var dependencies: [ReadinessCheck]
  /// Members that `/health` shows.
  package var healthFacts: [HealthFact]
  package var commands: [MaintenanceCommand]

  package init(
    routes: [Route] = [], workers: [any Service] = [], readiness: [ReadinessCheck] = [],
    dependencies: [ReadinessCheck] = [], healthFacts: [HealthFact] = [], commands: [MaintenanceCommand] = []
  ) {
    self.routes = routes
    self.workers = workers
    self.readiness = readiness
    self.dependencies = dependencies
    self.healthFacts = healthFacts
    self.commands = commands
  }
}

/// One reason for which a service may not be ready. Never a provider's or another service's outage.
package struct ReadinessCheck: Sendable {
  package var name: String
  /// `nil` when ready, else what is missing.
  package var problem: @Sendable () async -> String?

  package init(name: String, problem: @escaping @Sendable () async -> String?) {
    self.name = name
    self.problem = problem
  }
}

/// One member of the health answer.
package struct HealthFact: Sendable {
  package var name: String
  package var value: @Sendable () async -> JSONValue

  package init(_ name: String, value: @escaping @Sendable () async -> JSONValue) {
    self.name = name
    self.value = value
  }
}

/// A subcommand of the service's program, for the operator.
package struct MaintenanceCommand: Sendable {
  /// As typed, for example `activation-codes`.
  package var name: String
  /// Arguments and meaning, one line.
  package var usage: String
  /// - Returns: what is printed.
  package var run: @Sendable (_ arguments: [String]) async throws -> String

  package init(name: String, usage: String, run: @escaping @Sendable (_ arguments: [String]) async throws -> String) {
    self.name = name
    self.usage = usage
    self.run = run
  }
}
