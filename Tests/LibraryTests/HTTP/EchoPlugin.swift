import Capabilities
import Foundation
import HTTPTypes
import RateLimiting
import Schemas
import ServiceClients
import ServiceConfiguration
import ServiceHTTP
import ServiceHost
import TestSupport

/// The smallest host for tests of what every host does: `GET` and `POST /echo`.
struct EchoPlugin: ServicePlugin {
  let identity = "perform.echo"
  var limit = RateLimit(burst: 1000, perMinute: 1000)

  func assemble(_ settings: NoSettings, in assembly: PluginAssembly) async throws -> Contributions {
    let limits = [RouteLimit(name: "echo", subject: .address, limit: limit)]
    return Contributions(routes: [
      Route(.get, "/echo", "Nothing", access: .open, limits: limits) { _ in try Reply.json([String]()) },
      Route(.post, "/echo", "What was sent", access: .open) { call in try Reply.json(await call.json(upTo: 1 << 20)) },
    ])
  }
}

func withEchoHost(
  limit: RateLimit = RateLimit(burst: 1000, perMinute: 1000), idleSeconds: Int = 60, clock: WallClock = .system,
  _ body: (RunningHost) async throws -> Void
) async throws {
  let definition = HostDefinition(service: .perform, defaultPort: 0, plugins: [EchoPlugin(limit: limit)])
  let environment = ["CONNECTION_IDLE_SECONDS": String(idleSeconds)]
  try await withRunningHost(definition, environment: environment, clock: clock, body)
}
