import Hummingbird
import Observability
import Schemas
import ServiceHTTP

/// The routes that every service has: `/health`, `/livez`, `/readyz`, `/metrics`.
package enum StatusRoutes {
  /// - Parameters:
  ///   - hosts: one service's status, or several for the aggregate.
  ///   - prefix: empty, or `/{service}` in the all-in-one program.
  package static func routes(for hosts: [HostStatus], prefix: String = "") -> [Route] {
    [
      Route(.get, "\(prefix)/health", "State of the service and its dependencies", access: .open) { _ in
        try Reply.json(JSONValue.object(await health(of: hosts)))
      },
      Route(.get, "\(prefix)/livez", "Whether the process answers at all", access: .open) { _ in
        Reply.text("ok\n")
      },
      Route(.get, "\(prefix)/readyz", "Whether the service takes requests, and if not, why", access: .open) { _ in
        try await readiness(of: hosts)
      },
      Route(.get, "\(prefix)/metrics", "Metrics in Prometheus' text format", access: .open) { _ in
        Reply.text(
          hosts.map { $0.metrics.text() }.joined(), contentType: "text/plain; version=0.0.4; charset=utf-8")
      },
    ]
  }

  private static func health(of hosts: [HostStatus]) async -> [String: JSONValue] {
    guard hosts.count > 1 else { return await hosts.first?.health() ?? [:] }
    var members: [String: JSONValue] = [:]
    var services: [String: JSONValue] = [:]
    for host in hosts {
      let health = await host.health()
      services[host.service] = .object(health)
      members.merge(health) { first, _ in first }
    }
    let degraded = services.values.contains { $0["status"] != "ok" }
    members["status"] = degraded ? "degraded" : "ok"
    members["service"] = "all"
    members["services"] = .object(services)
    members["dependencies"] = nil
    return members
  }

  private static func readiness(of hosts: [HostStatus]) async throws -> Response {
    var reasons: [JSONValue] = []
    for host in hosts {
      reasons += await host.reasonsNotReady().map { .string("\(host.service): \($0)") }
    }
    return try Reply.json(
      ["ready": .bool(reasons.isEmpty), "reasons": .array(reasons)] as JSONValue,
      status: reasons.isEmpty ? .ok : .serviceUnavailable)
  }
}
