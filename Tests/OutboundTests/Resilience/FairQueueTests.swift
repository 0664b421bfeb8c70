import Resilience
import Testing

@Suite("A fair queue")
struct FairQueueTests {
  @Test("Users take turns, each in the order of asking")
  func turns() {
    var queue = FairQueue<Int>(capacity: 10, perUser: 5)
    for (ticket, user) in [(1, "a"), (2, "a"), (3, "a"), (4, "b"), (5, "c"), (6, "b")] {
      _ = queue.append(ticket, of: user)
    }

    let order = (0..<7).map { _ in queue.popFirst() }

    #expect(order == [1, 4, 5, 2, 6, 3, nil])
    #expect(queue.isEmpty)
  }

  @Test("It is bounded as a whole and per user")
  func bounded() {
    var queue = FairQueue<Int>(capacity: 3, perUser: 2)

    let taken = [(1, "a"), (2, "a"), (3, "a"), (4, "b"), (5, "c")].map { queue.append($0.0, of: $0.1) }

    #expect(taken == [true, true, false, true, false])
  }

  @Test("Whoever leaves makes room and is not served")
  func leaving() {
    var queue = FairQueue<Int>(capacity: 3, perUser: 2)
    for (ticket, user) in [(1, "a"), (2, "b"), (3, "a")] { _ = queue.append(ticket, of: user) }

    let left = [queue.remove(1, of: "a"), queue.remove(1, of: "a"), queue.remove(2, of: "b")]
    let joined = queue.append(4, of: "b")
    let order = [queue.popFirst(), queue.popFirst(), queue.popFirst()]

    #expect(left == [true, false, true] && joined)
    #expect(order == [3, 4, nil])
  }
}

@Suite("An adaptive limit")
struct AdaptiveLimitTests {
  private let start = ContinuousClock.now

  @Test("The provider's word replaces the first guess")
  func learns() {
    var limit = AdaptiveLimit(initial: 2)

    let guess = (limit.current, limit.known)
    let news = [limit.learn(maximum: 10), limit.learn(maximum: 10)]

    #expect(guess == (2, nil) && news == [true, false])
    #expect(limit.current == 10 && limit.known == 10)
  }

  @Test("A refusal lowers it once for all that were under way together, and time brings it back")
  func adapts() {
    var limit = AdaptiveLimit(initial: 2)
    _ = limit.learn(maximum: 10)

    limit.refused(at: start)
    limit.refused(at: start + .milliseconds(10))
    let lowered = limit.current
    limit.succeeded(at: start + .milliseconds(500))
    let early = limit.current
    for second in 1...3 { limit.succeeded(at: start + .seconds(second)) }

    #expect(lowered == 8 && early == 8 && limit.current == 10)
  }

  @Test("It never falls below one")
  func atLeastOne() {
    var limit = AdaptiveLimit(initial: 1)

    for second in 0..<5 { limit.refused(at: start + .seconds(second)) }

    #expect(limit.current == 1)
  }
}
