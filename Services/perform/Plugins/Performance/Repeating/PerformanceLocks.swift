import Synchronization

/// Keeps one order from being performed twice at the same time.
///
/// Spares doubled work only: the arbiter of the charge is billing, and of the note voice.
protocol PerformanceLocks: Sendable {
  /// `nil` while somebody else performs it.
  func acquire(_ performanceID: String) async -> HeldLock?
}

/// A lock to be given back.
struct HeldLock: Sendable {
  let release: @Sendable () async -> Void

  static let none = HeldLock {}
}

/// Locks within this process, for a single replica.
final class LocalPerformanceLocks: PerformanceLocks {
  private let held = Mutex<Set<String>>([])

  func acquire(_ performanceID: String) async -> HeldLock? {
    guard held.withLock({ $0.insert(performanceID).inserted }) else { return nil }
    return HeldLock { [self] in
      _ = held.withLock { $0.remove(performanceID) }
    }
  }
}
