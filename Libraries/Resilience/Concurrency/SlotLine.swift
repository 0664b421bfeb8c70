import Capabilities

/// Who waits for a slot, for how long, and how long the wait will be. Pure.
struct SlotLine: Sendable {
  typealias Instant = SteadyClock.Instant

  /// Weight of the newest observation in the mean time that a slot is held.
  private static let weight = 0.2

  private struct Waiter {
    var user: String
    var deadline: Instant
  }

  private var queue: FairQueue<Int>
  private var waiters: [Int: Waiter] = [:]
  private var last = 0
  /// How long a slot is held in the mean.
  private var holding: Duration

  init(capacity: Int, perUser: Int, holding: Duration = .seconds(1)) {
    queue = FairQueue(capacity: capacity, perUser: perUser)
    self.holding = holding
  }

  var count: Int { queue.count }
  var isEmpty: Bool { queue.isEmpty }

  /// How long the next one who comes will wait with `limit` slots.
  func expectedWait(limit: Int) -> Duration { holding * (Double(queue.count) / Double(max(1, limit))) }

  mutating func makeTicket() -> Int {
    last += 1
    return last
  }

  /// - Returns: `false` when there is no room.
  mutating func join(_ ticket: Int, user: String, deadline: Instant) -> Bool {
    guard queue.append(ticket, of: user) else { return false }
    waiters[ticket] = Waiter(user: user, deadline: deadline)
    return true
  }

  mutating func next() -> Int? {
    guard let ticket = queue.popFirst() else { return nil }
    waiters[ticket] = nil
    return ticket
  }

  /// - Returns: whether the ticket was still waiting.
  mutating func leave(_ ticket: Int) -> Bool {
    guard let waiter = waiters.removeValue(forKey: ticket) else { return false }
    return queue.remove(ticket, of: waiter.user)
  }

  /// Those whose patience has run out, taken out of the line.
  mutating func expired(at now: Instant) -> [Int] {
    let late = waiters.filter { $0.value.deadline <= now }.keys.sorted()
    return late.filter { leave($0) }
  }

  mutating func held(for duration: Duration) {
    holding = holding * (1 - Self.weight) + duration * Self.weight
  }
}
