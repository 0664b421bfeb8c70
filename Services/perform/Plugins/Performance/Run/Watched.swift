import Synchronization

/// A value that changes, and tasks that wait until it is as they need it.
final class Watched<Value: Sendable>: Sendable {
  private struct State {
    var value: Value
    var version: UInt64 = 0
    var waiters: [UInt64: CheckedContinuation<Void, Never>] = [:]
    var lastWaiter: UInt64 = 0
  }

  private let state: Mutex<State>

  init(_ value: Value) {
    state = Mutex(State(value: value))
  }

  var value: Value { state.withLock { $0.value } }

  /// Changes the value and wakes everybody who waits.
  func update<Outcome: Sendable>(_ change: (inout Value) throws -> Outcome) rethrows -> Outcome {
    let (outcome, waiters) = try state.withLock { state in
      let outcome = try change(&state.value)
      state.version += 1
      defer { state.waiters = [:] }
      return (outcome, Array(state.waiters.values))
    }
    waiters.forEach { $0.resume() }
    return outcome
  }

  /// What `find` sees in the value, as soon as it sees anything.
  ///
  /// - Throws: what `find` throws, and `CancellationError` when the waiting task is cancelled.
  func first<Found: Sendable>(_ find: (Value) throws -> Found?) async throws -> Found {
    while true {
      try Task.checkCancellation()
      let (found, version) = try state.withLock { (try find($0.value), $0.version) }
      if let found { return found }
      await change(after: version)
    }
  }

  private func change(after version: UInt64) async {
    let id = state.withLock { state in
      state.lastWaiter += 1
      return state.lastWaiter
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isDue = state.withLock { state in
          if state.version != version || Task.isCancelled { return true }
          state.waiters[id] = continuation
          return false
        }
        if isDue { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiters.removeValue(forKey: id) }?.resume()
    }
  }
}
