import Capabilities
import Synchronization

/// Keeps requests to a provider under its limit of requests at once; whoever does not fit waits in a fair, bounded line.
///
/// Replicas that share a ``SlotCounter`` share the limit. Within a replica users take turns; between replicas whoever
/// asks first when a slot is given back.
package final class ConcurrencyGate: Sendable {
  /// How often a full counter is asked again: others' slots come back without a word.
  private static let betweenLooks = Duration.milliseconds(20)

  private typealias Continuation = CheckedContinuation<Result<SlotHold, SlotRefusal>, Never>

  private struct State {
    var line: SlotLine
    var limit: AdaptiveLimit
    var waiting: [Int: Continuation] = [:]
    var isServing = false
  }

  private let counter: any SlotCounter
  private let patience: Duration
  private let initial: Int
  private let clock: SteadyClock
  private let pause: Pause
  private let identifiers: Identifiers
  private let state: Mutex<State>

  /// - Parameters:
  ///   - initial: requests at once before the provider has said how many it takes.
  ///   - patience: the longest wait for a slot.
  package init(
    counter: any SlotCounter, initial: Int, patience: Duration, capacity: Int = 64, perUser: Int = 4,
    clock: SteadyClock = .system, pause: Pause, identifiers: Identifiers
  ) {
    self.counter = counter
    self.patience = patience
    self.initial = initial
    self.clock = clock
    self.pause = pause
    self.identifiers = identifiers
    state = Mutex(State(line: SlotLine(capacity: capacity, perUser: perUser), limit: AdaptiveLimit(initial: initial)))
  }

  package var waiting: Int { state.withLock { $0.line.count } }
  package var limit: Int { state.withLock { $0.limit.current } }

  /// How long to stay away, where a request that came now could not be served in time. Takes nothing.
  package var overload: Duration? {
    let wait = state.withLock { $0.line.expectedWait(limit: $0.limit.current) }
    return wait > patience ? max(.seconds(1), wait - patience) : nil
  }

  /// A slot, now or after others.
  package func enter(user: String) async throws(SlotRefusal) -> SlotHold {
    if waiting == 0, let hold = await take() { return hold }
    if let overload { throw .queueFull(retryAfter: overload) }
    return try await wait(user: user)
  }

  /// What the provider says it takes at once.
  package func learn(maximum: Int) async {
    if state.withLock({ $0.limit.learn(maximum: maximum) }) { await counter.share(limit: maximum) }
  }

  /// The provider refused a request because of the others.
  package func refused() {
    let now = clock.now()
    state.withLock { $0.limit.refused(at: now) }
  }

  package func succeeded() {
    let now = clock.now()
    state.withLock { $0.limit.succeeded(at: now) }
  }
}

// MARK: - Waiting

extension ConcurrencyGate {
  private func wait(user: String) async throws(SlotRefusal) -> SlotHold {
    let ticket = state.withLock { $0.line.makeTicket() }
    let deadline = clock.now() + patience
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        join(ticket, user: user, deadline: deadline, continuation)
        if Task.isCancelled { answer(ticket, .failure(.cancelled)) }
      }
    } onCancel: {
      answer(ticket, .failure(.cancelled))
    }
    return try outcome.get()
  }

  private func join(_ ticket: Int, user: String, deadline: SteadyClock.Instant, _ continuation: Continuation) {
    let hasRoom = state.withLock { state in
      guard state.line.join(ticket, user: user, deadline: deadline) else { return false }
      state.waiting[ticket] = continuation
      return true
    }
    if hasRoom { serve() } else { continuation.resume(returning: .failure(.queueFull(retryAfter: .seconds(2)))) }
  }

  /// A hold that nobody takes is given back by its end.
  private func answer(_ ticket: Int, _ outcome: Result<SlotHold, SlotRefusal>) {
    let continuation = state.withLock { state in
      _ = state.line.leave(ticket)
      return state.waiting.removeValue(forKey: ticket)
    }
    continuation?.resume(returning: outcome)
  }

  /// Hands out slots as long as anybody waits; one task does so at a time.
  private func serve() {
    let isFirst = state.withLock { state in
      defer { state.isServing = true }
      return !state.isServing
    }
    if isFirst { Task { await handOut() } }
  }

  private func handOut() async {
    while anybodyWaits() {
      dismissLate()
      if let hold = await take() {
        if let ticket = state.withLock({ $0.line.next() }) { answer(ticket, .success(hold)) }
      } else {
        try? await pause.sleep(Self.betweenLooks)
      }
    }
  }

  /// When nobody does, the next one to come starts the serving again.
  private func anybodyWaits() -> Bool {
    state.withLock { state in
      state.isServing = !state.line.isEmpty
      return state.isServing
    }
  }

  private func dismissLate() {
    let now = clock.now()
    let late = state.withLock { $0.line.expired(at: now) }
    for ticket in late { answer(ticket, .failure(.waitedTooLong(retryAfter: .seconds(2)))) }
  }
}

// MARK: - Slots

extension ConcurrencyGate {
  private func take() async -> SlotHold? {
    let token = identifiers.make()
    let limit = state.withLock { $0.limit.known }
    guard await counter.take(token, limit: limit, initial: initial) else { return nil }
    let (taken, renewing) = (clock.now(), renewal(of: token))
    return SlotHold { [weak self, counter] in
      renewing?.cancel()
      self?.noteHeld(since: taken)
      Task { await counter.give(token) }
    }
  }

  private func renewal(of token: String) -> Task<Void, any Error>? {
    counter.renewal.map { period in
      Task { [counter, pause] in
        while !Task.isCancelled {
          try await pause.sleep(period)
          await counter.renew(token)
        }
      }
    }
  }

  private func noteHeld(since taken: SteadyClock.Instant) {
    let duration = clock.now() - taken
    state.withLock { $0.line.held(for: duration) }
  }
}
