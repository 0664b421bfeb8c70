import Capabilities
import Foundation
import Synchronization

/// Limits of this process alone. Holds at most `capacity` keys: when full, those that are free again go, and a tenth
/// of the others if that was not enough, so that a flood of keys neither grows the process nor slows every request.
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
      if arrivals.count >= capacity { Self.makeRoom(in: &arrivals, below: capacity, now) }
      let (verdict, arrival) = GCRA.decide(limit, arrival: arrivals[key], now: now)
      if verdict.allowed { arrivals[key] = arrival }
      return verdict
    }
  }

  private static func makeRoom(in arrivals: inout [String: Date], below capacity: Int, _ now: Date) {
    arrivals = arrivals.filter { $0.value > now }
    let surplus = arrivals.count - capacity * 9 / 10
    for key in arrivals.keys.prefix(max(0, surplus)) { arrivals[key] = nil }
  }
}
