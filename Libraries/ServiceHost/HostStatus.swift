import Capabilities
import Foundation
import Observability
import Schemas
import Synchronization

/// What a service says of itself: healthy is a heartbeat, ready is a list of reasons; the two differ while draining.
package final class HostStatus: Sendable {
  package static let version = "0.1.0"

  package let service: String
  package let metrics: MetricRegistry
  private let clock: WallClock
  private let startedAt: Date
  private let checks: [ReadinessCheck]
  private let dependencies: [ReadinessCheck]
  private let facts: [HealthFact]
  private let draining = Mutex(false)

  init(
    service: String, clock: WallClock, checks: [ReadinessCheck], dependencies: [ReadinessCheck], facts: [HealthFact],
    metrics: MetricRegistry
  ) {
    self.service = service
    self.clock = clock
    self.checks = checks
    self.dependencies = dependencies
    self.facts = facts
    self.metrics = metrics
    startedAt = clock.now()
  }

  package func beginDraining() {
    draining.withLock { $0 = true }
  }

  /// What keeps the service from taking requests; empty when it is ready.
  package func reasonsNotReady() async -> [String] {
    var reasons = draining.withLock { $0 } ? ["draining"] : []
    for check in checks {
      if let problem = await check.problem() { reasons.append("\(check.name): \(problem)") }
    }
    return reasons
  }

  /// The members of `/health`.
  package func health() async -> [String: JSONValue] {
    var members: [String: JSONValue] = [
      "status": "ok", "service": .string(service), "version": .string(Self.version),
      "uptime_seconds": .number(clock.now().timeIntervalSince(startedAt).rounded()),
    ]
    var states: [String: JSONValue] = [:]
    for check in checks + dependencies { states[check.name] = .string(await check.problem() ?? "ok") }
    members["dependencies"] = .object(states)
    if states.values.contains(where: { $0 != "ok" }) { members["status"] = "degraded" }
    for fact in facts { members[fact.name] = await fact.value() }
    return members
  }
}
