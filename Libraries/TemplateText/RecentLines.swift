internal import Synchronization

/// The last line that each person heard, for the most recent people only.
package final class RecentLines: Sendable {
  package struct Line: Sendable, Equatable {
    package var frame: String
    package var text: String

    package init(frame: String, text: String) {
      self.frame = frame
      self.text = text
    }
  }

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

  package func last(of userKey: String) -> Line? {
    generations.withLock { $0.current[userKey] ?? $0.previous[userKey] }
  }

  package func remember(_ line: Line, for userKey: String) {
    generations.withLock { generations in
      if generations.current.count >= capacity, generations.current[userKey] == nil {
        generations = Generations(previous: generations.current)
      }
      generations.current[userKey] = line
    }
  }
}
