import Synchronization

/// Holds the client's one connection: opened by the first command, shared by all, replaced when it broke.
final class ConnectionSlot: Sendable {
  private typealias Attempt = Task<Result<RedisConnection, RedisError>, Never>

  private enum State {
    case empty
    case opening(Attempt)
    case open(RedisConnection)
    case resting(until: ContinuousClock.Instant, RedisError)
    case closed
  }

  private let address: RedisAddress
  private let bounds: RedisConfiguration
  private let state = Mutex(State.empty)
  private let pause: Mutex<ReconnectPause>

  init(address: RedisAddress, bounds: RedisConfiguration) {
    self.address = address
    self.bounds = bounds
    pause = Mutex(ReconnectPause(bounds))
  }

  deinit {
    close()
  }

  func connection() async throws(RedisError) -> RedisConnection {
    switch state.withLock({ self.advance(&$0) }) {
    case .open(let connection): return connection
    case .opening(let attempt): return try await attempt.value.get()
    case .resting(_, let error): throw error
    case .closed, .empty: throw RedisError(.closed, wasSent: false)
    }
  }

  func close() {
    let last = state.withLock { state in
      defer { state = .closed }
      return state
    }
    if case .open(let connection) = last { connection.close() }
  }

  private func advance(_ state: inout State) -> State {
    switch state {
    case .open(let connection) where connection.isOpen: break
    case .resting(let end, _) where ContinuousClock.now < end: break
    case .open, .empty, .resting: state = .opening(Task { await self.open() })
    case .opening, .closed: break
    }
    return state
  }

  private func open() async -> Result<RedisConnection, RedisError> {
    do throws(RedisError) {
      let connection = try await RedisConnection.open(address, bounds: bounds)
      pause.withLock { $0.reset() }
      return settle(.open(connection), .success(connection))
    } catch {
      let rest = pause.withLock { $0.next(jitter: .random(in: 0...1)) }
      return settle(.resting(until: .now + rest, error), .failure(error))
    }
  }

  /// Takes over the outcome of an attempt, unless the client was closed meanwhile.
  private func settle(
    _ next: State, _ result: Result<RedisConnection, RedisError>
  ) -> Result<RedisConnection, RedisError> {
    let isClosed = state.withLock { state in
      if case .closed = state { return true }
      state = next
      return false
    }
    guard isClosed else { return result }
    if case .open(let connection) = next { connection.close() }
    return .failure(RedisError(.closed, wasSent: false))
  }
}
