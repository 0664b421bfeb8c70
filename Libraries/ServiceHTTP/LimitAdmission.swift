import Capabilities
import HTTPTypes
import RateLimiting
import Schemas

/// One request's way through its route's limits; tells the one that is nearest to exhaustion, also when refusing.
struct LimitAdmission: Sendable {
  private let enforcer: LimitEnforcer
  private let limits: [RouteLimit]
  private var tightest: (name: String, verdict: RateLimitVerdict)?

  init(enforcer: LimitEnforcer, limits: [RouteLimit]) {
    self.enforcer = enforcer
    self.limits = limits
  }

  /// - Throws: `RATE_LIMITED` with `Retry-After`.
  mutating func admit(_ kind: RouteLimit.Subject, _ subject: String) async throws(ServiceError) {
    for limit in limits where limit.subject == kind {
      let verdict = await enforcer.verdict(limit, on: subject)
      if tightest.map({ !verdict.allowed || verdict.remaining < $0.verdict.remaining }) ?? true {
        tightest = (limit.name, verdict)
      }
      guard verdict.allowed else {
        throw ServiceError(.rateLimited, details: ["limit": .string(limit.name)], retryAfter: verdict.retryAfter)
      }
    }
  }

  /// `RateLimit-Policy` and `RateLimit` (IETF draft), for every answer of a limited route.
  var headers: HTTPFields {
    guard let tightest, let policy = HTTPField.Name("RateLimit-Policy"), let state = HTTPField.Name("RateLimit") else {
      return [:]
    }
    let limit = tightest.verdict.limit
    let window = max(1, Int(60 * Double(limit.burst) / Double(limit.perMinute)))
    return [
      policy: "\"\(tightest.name)\";q=\(limit.burst);w=\(window)",
      state: "\"\(tightest.name)\";r=\(tightest.verdict.remaining);t=\(tightest.verdict.resetAfter.wholeSeconds)",
    ]
  }
}
