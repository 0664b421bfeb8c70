import Capabilities

/// Keeps requests away from a provider that fails: closed, open for a while, then one probe that decides.
///
/// Pure: instants in, verdicts out. Outcomes of requests that were admitted in an earlier state are ignored, so that
/// stragglers neither open nor close a circuit that has moved on.
package struct CircuitBreakerStateMachine: Sendable, Equatable {
  package typealias Instant = SteadyClock.Instant

  package enum Outcome: Sendable, Equatable {
    /// The provider answered as a healthy one does, which may have been a refusal.
    case healthy
    /// - Parameter retryAfter: the pause that the provider asks for.
    case failed(retryAfter: Duration?)
    /// Says nothing about the provider, for example a request that was given up by its client.
    case unknown
  }

  /// Goes with an admitted request and comes back with its outcome.
  package struct Permit: Sendable, Equatable {
    fileprivate var generation: Int
  }

  package enum Verdict: Sendable, Equatable {
    case admitted(Permit)
    case refused(retryAfter: Duration)
  }

  package enum State: Sendable, Equatable { case closed, open, probing }

  private enum Stage: Equatable {
    case closed(since: Instant, requests: Int, failures: Int)
    case open(until: Instant)
    case probing(since: Instant)
  }

  private let policy: CircuitBreakerPolicy
  private var stage: Stage
  private var generation = 0
  /// Openings in a row without a healthy probe in between.
  private var openings = 0

  package init(policy: CircuitBreakerPolicy = CircuitBreakerPolicy(), at now: Instant) {
    self.policy = policy
    stage = .closed(since: now, requests: 0, failures: 0)
  }

  package var state: State {
    switch stage {
    case .closed: .closed
    case .open: .open
    case .probing: .probing
    }
  }

  /// How long a request would be refused; `nil` where it would be admitted.
  package func refusal(at now: Instant) -> Duration? {
    switch stage {
    case .closed: nil
    case .open(let until): until > now ? until - now : nil
    case .probing(let since): now - since < policy.probePatience ? .seconds(1) : nil
    }
  }

  package mutating func admit(at now: Instant) -> Verdict {
    if let wait = refusal(at: now) { return .refused(retryAfter: wait) }
    if case .closed(let since, _, _) = stage {
      if now - since >= policy.window { stage = .closed(since: now, requests: 0, failures: 0) }
    } else {
      move(to: .probing(since: now))
    }
    return .admitted(Permit(generation: generation))
  }

  package mutating func record(_ outcome: Outcome, for permit: Permit, at now: Instant) {
    guard permit.generation == generation else { return }
    switch (stage, outcome) {
    case (.closed(let since, let requests, let failures), .healthy):
      stage = .closed(since: since, requests: requests + 1, failures: failures)
    case (.closed(let since, let requests, let failures), .failed(let pause)):
      stage = .closed(since: since, requests: requests + 1, failures: failures + 1)
      if isTooMuch(failures: failures + 1, of: requests + 1) { open(at: now, atLeast: pause) }
    case (.probing, .healthy):
      openings = 0
      move(to: .closed(since: now, requests: 0, failures: 0))
    case (.probing, .failed(let pause)): open(at: now, atLeast: pause)
    case (.probing, .unknown): move(to: .open(until: now))
    case (.closed, .unknown), (.open, _): break
    }
  }

  private func isTooMuch(failures: Int, of requests: Int) -> Bool {
    failures >= policy.minimumFailures && Double(failures) >= policy.failureRatio * Double(requests)
  }

  private mutating func open(at now: Instant, atLeast asked: Duration?) {
    openings += 1
    let doubled = policy.firstPause * (1 << min(openings - 1, 10))
    let pause = min(max(doubled, asked ?? .zero), policy.longestPause)
    move(to: .open(until: now + pause))
  }

  private mutating func move(to next: Stage) {
    generation += 1
    stage = next
  }
}
