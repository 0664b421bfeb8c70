import Capabilities
import Foundation

/// The generic cell rate algorithm: a limit's whole state is one instant, the theoretical arrival time.
///
/// Source: ITU-T I.371, as virtual scheduling.
package enum GCRA {
  /// - Parameter arrival: the stored theoretical arrival time, `nil` for a key that is not known.
  /// - Returns: the verdict, and the arrival time to store when the request is allowed.
  package static func decide(
    _ limit: RateLimit, arrival: Date?, now: Date
  ) -> (verdict: RateLimitVerdict, arrival: Date) {
    let interval = limit.interval.inSeconds
    let tolerance = interval * Double(limit.burst)
    let next = max(arrival ?? now, now).addingTimeInterval(interval)
    let ahead = next.timeIntervalSince(now)
    guard ahead <= tolerance + 1e-9 else {
      let verdict = RateLimitVerdict(
        limit: limit, allowed: false, remaining: 0, retryAfter: .seconds(ahead - tolerance),
        resetAfter: .seconds(ahead - interval))
      return (verdict, arrival ?? now)
    }
    let remaining = Int(((tolerance - ahead) / interval + 1e-9).rounded(.down))
    let verdict = RateLimitVerdict(
      limit: limit, allowed: true, remaining: remaining, retryAfter: .zero, resetAfter: .seconds(ahead))
    return (verdict, next)
  }
}
