/// A bounded queue in which users take turns, so that one who asks often does not delay the others.
package struct FairQueue<Ticket: Hashable & Sendable>: Sendable {
  private let capacity: Int
  private let perUser: Int
  private var lines: [String: [Ticket]] = [:]
  /// Users with tickets, the next one first.
  private var turns: [String] = []

  package private(set) var count = 0

  package init(capacity: Int, perUser: Int) {
    self.capacity = capacity
    self.perUser = perUser
  }

  package var isEmpty: Bool { count == 0 }

  package func hasRoom(for user: String) -> Bool {
    count < capacity && lines[user, default: []].count < perUser
  }

  /// - Returns: `false` when the queue, or the user's part of it, is full.
  package mutating func append(_ ticket: Ticket, of user: String) -> Bool {
    guard hasRoom(for: user) else { return false }
    if lines[user] == nil { turns.append(user) }
    lines[user, default: []].append(ticket)
    count += 1
    return true
  }

  /// The next ticket: the oldest of the user whose turn it is.
  package mutating func popFirst() -> Ticket? {
    guard let user = turns.first, var line = lines[user] else { return nil }
    turns.removeFirst()
    let ticket = line.removeFirst()
    count -= 1
    lines[user] = line.isEmpty ? nil : line
    if !line.isEmpty { turns.append(user) }
    return ticket
  }

  /// - Returns: whether the ticket was waiting.
  @discardableResult
  package mutating func remove(_ ticket: Ticket, of user: String) -> Bool {
    guard var line = lines[user], let index = line.firstIndex(of: ticket) else { return false }
    line.remove(at: index)
    count -= 1
    lines[user] = line.isEmpty ? nil : line
    if line.isEmpty { turns.removeAll { $0 == user } }
    return true
  }
}
