/// Counts requests against limits. Implementations share the arithmetic of ``GCRA``.
package protocol RateLimiter: Sendable {
  /// Takes one request for `key` into account, unless it is refused.
  func admit(_ key: String, limit: RateLimit) async -> RateLimitVerdict
}

package struct RateLimitVerdict: Sendable, Equatable {
  package var limit: RateLimit
  package var allowed: Bool
  /// Requests that would be admitted at once from here on.
  package var remaining: Int
  /// How long to wait before the next request can be admitted; zero when this one was.
  package var retryAfter: Duration
  /// When the whole burst is available again.
  package var resetAfter: Duration
}
