import RateLimiting
import ServiceConfiguration
import ServiceHTTP

/// One route's pair of limits: `RATE_LIMIT_<NAME>` by user or account, `RATE_LIMIT_<NAME>_IP` by address.
package struct RouteLimits: Sendable {
  /// In lower case with dashes; routes of one name share their windows.
  package var name: String
  package var bySubject: RateLimit
  package var byAddress: RateLimit

  /// - Parameter subject: whom the first limit counts, for the documentation.
  package init(
    _ variables: VariableReader, name: String, subject: String = "user", default bySubject: RateLimit,
    address: RateLimit
  ) {
    self.name = name
    let variable = "RATE_LIMIT_\(name.uppercased().replacing("-", with: "_"))"
    self.bySubject = variables.limit(variable, default: bySubject, "Limit of \(name) by \(subject).")
    byAddress = variables.limit("\(variable)_IP", default: address, "Limit of \(name) by client address.")
  }

  /// For routes whose subject is no signed-in user and is counted by the route itself.
  package var address: RouteLimit { RouteLimit(name: name, subject: .address, limit: byAddress) }

  /// The same limits, counted apart from those of this name.
  package func counted(as name: String) -> RouteLimits {
    var limits = self
    limits.name = name
    return limits
  }

  /// For routes of signed-in users.
  package var userAndAddress: [RouteLimit] { [RouteLimit(name: name, subject: .user, limit: bySubject), address] }
}

extension VariableReader {
  fileprivate func limit(_ name: String, default fallback: RateLimit, _ meaning: String) -> RateLimit {
    parsed(
      name, kind: "burst/per_minute, for example 5/10", default: fallback, shownDefault: fallback.text, meaning
    ) { RateLimit($0) }
  }
}
