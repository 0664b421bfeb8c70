import AuthCore
import RateLimiting
import ServiceConfiguration
import ServiceHost

/// `PASSWORD_MIN_LENGTH` (12) and the limits of register, login and refresh.
package struct AccountsConfiguration: Sendable {
  var passwordMinimumLength: Int
  var register: RouteLimits
  var login: RouteLimits
  var refresh: RouteLimits

  init(_ variables: VariableReader) {
    passwordMinimumLength = variables.whole(
      "PASSWORD_MIN_LENGTH", default: 12, in: 8...64, "Shortest password accepted, in characters.")
    register = RouteLimits(
      variables, name: "register", subject: "e-mail address", default: RateLimit(burst: 5, perMinute: 2),
      address: RateLimit(burst: 10, perMinute: 5))
    login = RouteLimits(
      variables, name: "login", subject: "account name", default: RateLimit(burst: 10, perMinute: 5),
      address: RateLimit(burst: 20, perMinute: 20))
    refresh = RouteLimits(
      variables, name: "refresh", subject: "user", default: RateLimit(burst: 20, perMinute: 20),
      address: RateLimit(burst: 60, perMinute: 60))
  }
}
