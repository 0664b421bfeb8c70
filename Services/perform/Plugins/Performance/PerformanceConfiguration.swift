import RateLimiting
import ServiceConfiguration
import ServiceHTTP
import ServiceHost

/// How often somebody may perform: `RATE_LIMIT_PERFORM` (`10/30`), `RATE_LIMIT_PERFORM_IP` (`40/120`).
///
/// What is asked for around a performance has as much again for itself, so that tapping through menus never blocks one.
package struct PerformanceConfiguration: Sendable {
  private let perform: RouteLimits

  init(_ variables: VariableReader) {
    perform = RouteLimits(
      variables, name: "perform", default: RateLimit(burst: 10, perMinute: 30),
      address: RateLimit(burst: 40, perMinute: 120))
  }

  var limits: [RouteLimit] { perform.userAndAddress }
  var prepareLimits: [RouteLimit] { perform.counted(as: "prepare").userAndAddress }
  var thoughtLimits: [RouteLimit] { perform.counted(as: "thought").userAndAddress }
}
