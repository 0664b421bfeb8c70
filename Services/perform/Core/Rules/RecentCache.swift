import Synchronization

/// Values for the keys that were used most recently; older ones are forgotten, a generation at a time.
package final class RecentCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Generations {
    var current: [Key: Value] = [:]
    var previous: [Key: Value] = [:]

    mutating func store(_ value: Value, for key: Key, capacity: Int) {
      if current.count >= capacity, current[key] == nil {
        previous = current
        current = [:]
      }
      current[key] = value
    }
  }

  private let capacity: Int
  private let generations = Mutex(Generations())

  /// - Parameter capacity: keys remembered for certain; at most twice as many are kept.
  package init(capacity: Int) {
    self.capacity = capacity
  }

  package func value(for key: Key) -> Value? {
    generations.withLock { generations -> Value? in
      guard let value = generations.current[key] ?? generations.previous[key] else { return nil }
      generations.store(value, for: key, capacity: capacity)
      return value
    }
  }

  package func remember(_ value: Value, for key: Key) {
    generations.withLock { $0.store(value, for: key, capacity: capacity) }
  }
}
