import Capabilities
import Foundation
import Synchronization

/// A clock that stands still until the test moves it.
package final class ManualClock: Sendable {
  private let instant: Mutex<Date>

  package init(_ start: String = "2026-11-22T21:04:05Z") throws {
    instant = Mutex(try Date(start, strategy: .iso8601))
  }

  package var now: Date { instant.withLock { $0 } }

  package func advance(by duration: Duration) {
    instant.withLock { $0 += duration.inSeconds }
  }

  package var wallClock: WallClock { WallClock { self.now } }
}
