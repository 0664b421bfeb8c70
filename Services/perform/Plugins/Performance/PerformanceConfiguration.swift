import RateLimiting
import ServiceConfiguration
import ServiceHTTP
import ServiceHost

/// How often somebody may perform: `RATE_LIMIT_PERFORM` (`10/30`), `RATE_LIMIT_PERFORM_IP` (`40/120`).
package struct PerformanceConfiguration: Sendable {
  var limits: [RouteLimit]

  init(_ variables: VariableReader) {
    limits =
      RouteLimits(
        variables, name: "perform", default: RateLimit(burst: 10, perMinute: 30),
        address: RateLimit(burst: 40, perMinute: 120)
      ).userAndAddress
  }
}
