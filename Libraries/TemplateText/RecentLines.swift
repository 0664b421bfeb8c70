internal import Synchronization

/// The last lines of the most recent people, as far as this process knows them.
package final class RecentLines: LineMemory {
  private struct Generations {
    var current: [String: Line] = [:]
    var previous: [String: Line] = [:]
  }

  private let capacity: Int
  private let generations = Mutex(Generations())

  /// - Parameter capacity: people remembered for certain; at most twice as many are kept.
  package init(capacity: Int = 10_000) {
    self.capacity = capacity
  }

  package func choose(among lines: [Line], for userKey: String) -> Line? {
    generations.withLock { generations in
      let last = generations.current[userKey] ?? generations.previous[userKey]
      guard let line = Line.choice(among: lines, after: last) else { return nil }
      if generations.current.count >= capacity, generations.current[userKey] == nil {
        generations = Generations(previous: generations.current)
      }
      generations.current[userKey] = line
      return line
    }
  }
}
