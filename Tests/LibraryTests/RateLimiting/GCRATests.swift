import Capabilities
import Foundation
import RateLimiting
import Synchronization
import Testing

@Suite struct GCRATests {
  private let limit = RateLimit(burst: 3, perMinute: 60)
  private let start = Date(timeIntervalSince1970: 1_000_000)

  @Test("A burst is admitted at once, the next request has to wait one interval")
  func burst() {
    var arrival: Date?
    var verdicts: [RateLimitVerdict] = []

    for _ in 0..<4 {
      let (verdict, next) = GCRA.decide(limit, arrival: arrival, now: start)
      verdicts.append(verdict)
      arrival = next
    }

    #expect(verdicts.map(\.allowed) == [true, true, true, false])
    #expect(verdicts.map(\.remaining) == [2, 1, 0, 0])
    #expect(verdicts[3].retryAfter == .seconds(1))
  }

  @Test("Over a long time exactly the rate is admitted, plus one burst")
  func rate() {
    var arrival: Date?
    var admitted = 0

    for tick in 0..<6000 {
      let (verdict, next) = GCRA.decide(limit, arrival: arrival, now: start.addingTimeInterval(Double(tick) / 10))
      if verdict.allowed { admitted += 1 }
      arrival = next
    }

    #expect((600...603).contains(admitted))
  }

  @Test("A refused request is not counted")
  func refusalIsFree() {
    let (_, full) = GCRA.decide(RateLimit(burst: 1, perMinute: 60), arrival: nil, now: start)

    let (refused, after) = GCRA.decide(RateLimit(burst: 1, perMinute: 60), arrival: full, now: start)

    #expect(!refused.allowed)
    #expect(after == full)
  }

  @Test(
    "Limits are read as burst/per_minute and nothing else", arguments: ["5", "5/", "0/1", "a/b", "1/2/3", "-1/2", ""])
  func malformed(text: String) {
    #expect(RateLimit(text) == nil)
  }

  @Test("The memory limiter keeps keys apart")
  func keys() async {
    let limiter = MemoryRateLimiter(clock: WallClock { Date(timeIntervalSince1970: 0) })
    let one = RateLimit(burst: 1, perMinute: 1)

    let verdicts = await [
      limiter.admit("a", limit: one), limiter.admit("a", limit: one), limiter.admit("b", limit: one),
    ]

    #expect(verdicts.map(\.allowed) == [true, false, true])
  }
}
