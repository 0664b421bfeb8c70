import Observability
import RateLimiting
import Schemas

/// A limit by something that only the handler knows, for example the name in a login.
package struct SubjectLimit: Sendable {
  private let name: String
  private let limit: RateLimit
  private let limiter: any RateLimiter
  private let metrics: MetricRegistry

  package init(_ name: String, _ limit: RateLimit, limiter: any RateLimiter, metrics: MetricRegistry) {
    self.name = name
    self.limit = limit
    self.limiter = limiter
    self.metrics = metrics
  }

  /// - Throws: `RATE_LIMITED` with `Retry-After`.
  package func admit(_ subject: String) async throws(ServiceError) {
    let verdict = await limiter.admit("\(name):subject:\(subject)", limit: limit)
    guard !verdict.allowed else { return }
    metrics.increment("rate_limited_total", labels: ["limit": name])
    throw ServiceError(.rateLimited, details: ["limit": .string(name)], retryAfter: verdict.retryAfter)
  }
}
