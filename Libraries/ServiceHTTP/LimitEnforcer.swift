import Observability
import RateLimiting

/// Counts requests against limits, and refusals for the metrics.
struct LimitEnforcer: Sendable {
  let limiter: any RateLimiter
  let metrics: MetricRegistry

  func verdict(_ limit: RouteLimit, on subject: String) async -> RateLimitVerdict {
    let verdict = await limiter.admit("\(limit.name):\(limit.subject.rawValue):\(subject)", limit: limit.limit)
    if !verdict.allowed { metrics.increment("rate_limited_total", labels: ["limit": limit.name]) }
    return verdict
  }
}
