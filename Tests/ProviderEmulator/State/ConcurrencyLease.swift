/// One of the requests at once that the plan allows; given back when the last reference goes.
final class ConcurrencyLease: Sendable {
  private let state: EmulatorState
  private let group: ConcurrencyGroup

  /// Nil when all are taken.
  init?(_ group: ConcurrencyGroup, of state: EmulatorState) {
    self.state = state
    self.group = group
    guard state.update({ $0.enter(group) }) else { return nil }
  }

  deinit { state.update { $0.leave(group) } }
}
