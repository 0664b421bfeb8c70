import Capabilities
import Synchronization

/// One provider's circuit, shared by everybody who asks it. The rules are ``CircuitBreakerStateMachine``'s.
package final class CircuitBreaker: Sendable {
  package typealias Permit = CircuitBreakerStateMachine.Permit
  package typealias State = CircuitBreakerStateMachine.State

  private let machine: Mutex<CircuitBreakerStateMachine>
  private let clock: SteadyClock
  private let changed: @Sendable (State) -> Void

  /// - Parameter changed: called with the new state after each change of it.
  package init(
    policy: CircuitBreakerPolicy = CircuitBreakerPolicy(), clock: SteadyClock = .system,
    changed: @escaping @Sendable (State) -> Void = { _ in }
  ) {
    machine = Mutex(CircuitBreakerStateMachine(policy: policy, at: clock.now()))
    self.clock = clock
    self.changed = changed
  }

  package var state: State { machine.withLock { $0.state } }

  /// How long a request would be refused now; `nil` where it would be admitted. Takes nothing.
  package var refusal: Duration? {
    let now = clock.now()
    return machine.withLock { $0.refusal(at: now) }
  }

  /// Every permit must come back with ``record(_:for:)``.
  package func admit() -> CircuitBreakerStateMachine.Verdict {
    step { $0.admit(at: $1) }
  }

  package func record(_ outcome: CircuitBreakerStateMachine.Outcome, for permit: Permit) {
    step { $0.record(outcome, for: permit, at: $1) }
  }

  private func step<Outcome: Sendable>(
    _ change: (inout CircuitBreakerStateMachine, SteadyClock.Instant) -> Outcome
  ) -> Outcome {
    let now = clock.now()
    let (outcome, before, after) = machine.withLock { machine in
      let before = machine.state
      return (change(&machine, now), before, machine.state)
    }
    if before != after { changed(after) }
    return outcome
  }
}
