/// Keeps two replicas from performing one order at the same time.
///
/// Spares doubled work only: the arbiter of the charge is billing, and of the note voice.
protocol PerformanceLocks: Sendable {
  /// `nil` while another replica performs it.
  func acquire(_ performanceID: String) async -> HeldLock?
}

/// A lock to be given back.
struct HeldLock: Sendable {
  let release: @Sendable () async -> Void
}

/// For a single replica, whose own list of performances is lock enough.
struct UnsharedLocks: PerformanceLocks {
  func acquire(_ performanceID: String) async -> HeldLock? { HeldLock {} }
}
