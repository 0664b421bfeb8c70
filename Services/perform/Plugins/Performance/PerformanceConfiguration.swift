import RateLimiting
import ServiceConfiguration
import ServiceHTTP

/// How often somebody may perform: `RATE_LIMIT_PERFORM` (`10/30`), `RATE_LIMIT_PERFORM_IP` (`40/120`).
package struct PerformanceConfiguration: Sendable {
  var limits: [RouteLimit]

  init(_ variables: VariableReader) {
    limits = [
      Self.limit("RATE_LIMIT_PERFORM", .user, RateLimit(burst: 10, perMinute: 30), variables),
      Self.limit("RATE_LIMIT_PERFORM_IP", .address, RateLimit(burst: 40, perMinute: 120), variables),
    ]
  }

  private static func limit(
    _ name: String, _ subject: RouteLimit.Subject, _ standard: RateLimit, _ variables: VariableReader
  ) -> RouteLimit {
    let whom = subject == .user ? "user" : "address"
    let limit = variables.parsed(
      name, kind: "burst/per_minute", default: standard, shownDefault: standard.text, "Performances per \(whom).",
      parse: RateLimit.init)
    return RouteLimit(name: "perform", subject: subject, limit: limit)
  }
}
