import HTTPTypes
import Observability
import RateLimiting
import Schemas

/// Holds a route's limits against a call and describes them in the answer (IETF draft `RateLimit` headers).
struct LimitEnforcer: Sendable {
  let limiter: any RateLimiter
  let metrics: MetricRegistry

  /// - Returns: header fields for the answer, about the limit that is nearest to exhaustion.
  /// - Throws: `RATE_LIMITED` with `Retry-After`.
  func admit(_ limits: [RouteLimit], address: String, identity: Identity) async throws(ServiceError) -> HTTPFields {
    var tightest: (name: String, verdict: RateLimitVerdict)?
    for limit in limits {
      guard let subject = subject(of: limit, address: address, identity: identity) else { continue }
      let verdict = await limiter.admit("\(limit.name):\(limit.subject.rawValue):\(subject)", limit: limit.limit)
      guard verdict.allowed else {
        metrics.increment("rate_limited_total", labels: ["limit": limit.name])
        throw ServiceError(
          .rateLimited, details: ["limit": .string(limit.name)], retryAfter: verdict.retryAfter)
      }
      if tightest.map({ verdict.remaining < $0.verdict.remaining }) ?? true { tightest = (limit.name, verdict) }
    }
    return tightest.map { Self.headers(name: $0.name, $0.verdict) } ?? [:]
  }

  private func subject(of limit: RouteLimit, address: String, identity: Identity) -> String? {
    switch limit.subject {
    case .address: address
    case .user: identity.userID
    }
  }

  private static func headers(name: String, _ verdict: RateLimitVerdict) -> HTTPFields {
    var fields = HTTPFields()
    if let policy = HTTPField.Name("RateLimit-Policy"), let state = HTTPField.Name("RateLimit") {
      let window = max(1, Int(60 * Double(verdict.limit.burst) / Double(verdict.limit.perMinute)))
      fields[policy] = "\"\(name)\";q=\(verdict.limit.burst);w=\(window)"
      fields[state] = "\"\(name)\";r=\(verdict.remaining);t=\(verdict.resetAfter.components.seconds + 1)"
    }
    return fields
  }
}
