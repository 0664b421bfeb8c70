import Capabilities
import Synchronization

/// A steady clock that only the test moves.
final class ManualSteadyClock: Sendable {
  private let start = ContinuousClock.now
  private let elapsed = Mutex(Duration.zero)

  var steadyClock: SteadyClock {
    SteadyClock { [self] in start + elapsed.withLock { $0 } }
  }

  func advance(by duration: Duration) {
    elapsed.withLock { $0 += duration }
  }
}
