import Foundation
import OutboundHTTP
import Resilience
import Testing

@Suite("Retries")
struct RetryingTests {
  @Test("A budget lets a reserve go at once, and afterwards a share of all requests")
  func budget() {
    var budget = RetryBudget(share: 0.25, reserve: 2)

    let atOnce = (0..<3).map { _ in budget.takeRetry() }
    let later = (0..<8).map { _ in
      budget.payIn()
      return budget.takeRetry()
    }

    #expect(atOnce == [true, true, false])
    #expect(later.filter { $0 }.count == 2)
  }

  @Test("The bound of the pause doubles up to the longest, and chance takes a part of it")
  func jitter() {
    let jitter = FullJitter(base: .milliseconds(100), longest: .milliseconds(350))

    #expect((0..<4).map { jitter.pause(before: $0, random: 1) } == [100, 200, 350, 350].map { .milliseconds($0) })
    #expect(jitter.pause(before: 1, random: 0.5) == .milliseconds(100))
    #expect(jitter.pause(before: 9, random: 0) == .zero)
  }

  @Test(
    "Retry-After is read as seconds or as a date",
    arguments: [
      ("7", 7), (" 0 ", 0), ("Sun, 06 Nov 1994 08:49:37 GMT", 37), ("Sun, 06 Nov 1994 08:40:00 GMT", 0), ("-1", nil),
      ("soon", nil),
    ] as [(String, Int?)])
  func retryAfter(_ text: String, _ seconds: Int?) throws {
    let now = try Date("1994-11-06T08:49:00Z", strategy: .iso8601)

    #expect(OutboundHeaders([("Retry-After", text)]).retryAfter(now: now) == seconds.map { .seconds($0) })
  }
}
