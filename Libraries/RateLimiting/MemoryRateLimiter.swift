import Capabilities
import Foundation
import Synchronization

/// Limits of this process alone. Holds at most `capacity` keys; the ones that are free again go first.
package final class MemoryRateLimiter: RateLimiter {
  private let clock: WallClock
  private let capacity: Int
  private let arrivals = Mutex<[String: Date]>([:])

  package init(clock: WallClock, capacity: Int = 100_000) {
    self.clock = clock
    self.capacity = capacity
  }

  package func admit(_ key: String, limit: RateLimit) async -> RateLimitVerdict {
    let now = clock.now()
    return arrivals.withLock { arrivals in
      if arrivals.count >= capacity { arrivals = arrivals.filter { $0.value > now } }
      let (verdict, arrival) = GCRA.decide(limit, arrival: arrivals[key], now: now)
      if verdict.allowed { arrivals[key] = arrival }
      return verdict
    }
  }
}
