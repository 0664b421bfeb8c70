import RateLimiting
import ServiceConfiguration
import ServiceHTTP

/// Limits of a route by user and by address, from `RATE_LIMIT_<NAME>` and `RATE_LIMIT_<NAME>_IP`.
package enum RouteLimits {
  /// - Parameters:
  ///   - name: in lower case, for example `voice_upload`.
  ///   - user: default per user.
  ///   - address: default per client address.
  package static func read(
    _ variables: VariableReader, _ name: String, user: RateLimit, address: RateLimit
  ) -> [RouteLimit] {
    let variable = "RATE_LIMIT_\(name.uppercased())"
    return [
      RouteLimit(
        name: name, subject: .user, limit: limit(variables, variable, user, "Requests to \(name), per user.")),
      RouteLimit(
        name: name, subject: .address,
        limit: limit(variables, "\(variable)_IP", address, "Requests to \(name), per client address.")),
    ]
  }

  private static func limit(
    _ variables: VariableReader, _ variable: String, _ fallback: RateLimit, _ meaning: String
  ) -> RateLimit {
    variables.parsed(variable, kind: "burst/per_minute", default: fallback, shownDefault: fallback.text, meaning) {
      RateLimit($0)
    }
  }
}
