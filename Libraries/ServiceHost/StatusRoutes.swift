import Hummingbird
import Logging
import Observability
import Schemas
import ServiceClients
import ServiceHTTP

/// The routes that every service has: `/health`, `/livez`, `/readyz`, `/metrics`, `/openapi.json`.
package enum StatusRoutes {
  /// - Parameters:
  ///   - hosts: one service, or several for the aggregate.
  ///   - prefix: empty, or `/{service}` in the all-in-one program.
  package static func routes(for hosts: [AssembledHost], prefix: String = "") -> [Route] {
    let statuses = hosts.map(\.status)
    let document = document(of: hosts)
    return [
      probe("\(prefix)/health", "State of the service and its dependencies") {
        try Reply.json(JSONValue.object(await health(of: statuses)))
      },
      probe("\(prefix)/livez", "Whether the process answers at all") { Reply.text("ok\n") },
      probe("\(prefix)/readyz", "Whether the service takes requests, and if not, why") {
        try await readiness(of: statuses)
      },
      probe("\(prefix)/metrics", "Metrics in Prometheus' text format") {
        Reply.text(metrics(of: statuses), contentType: "text/plain; version=0.0.4; charset=utf-8")
      },
      probe("\(prefix)/openapi.json", "This description, in OpenAPI 3.1") { try Reply.json(document.value) },
    ]
  }

  /// What `/openapi.json` describes: the services' own routes.
  package static func document(of hosts: [AssembledHost]) -> OpenAPIDocument {
    OpenAPIDocument(
      title: hosts.count == 1 ? hosts[0].service.rawValue : "all", version: HostStatus.version,
      routes: hosts.flatMap(\.routes))
  }

  private static func probe(
    _ path: String, _ summary: String, _ answer: @escaping @Sendable () async throws -> Response
  ) -> Route {
    var route = Route(.get, path, summary, access: .open) { _ in try await answer() }
    route.logLevel = .debug
    return route
  }

  private static func metrics(of hosts: [HostStatus]) -> String {
    guard hosts.count > 1 else { return hosts.first?.metrics.text() ?? "" }
    return MetricRegistry.text(of: hosts.map { ($0.service, $0.metrics) })
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
