import Resilience
import Testing

@Suite("A circuit breaker")
struct CircuitBreakerStateMachineTests {
  private let start = ContinuousClock.now
  private let policy = CircuitBreakerPolicy(
    window: .seconds(10), minimumFailures: 3, failureRatio: 0.5, firstPause: .seconds(4), longestPause: .seconds(20),
    probePatience: .seconds(30))

  private func breaker(
    _ outcomes: [CircuitBreakerStateMachine.Outcome] = []
  ) -> CircuitBreakerStateMachine {
    var breaker = CircuitBreakerStateMachine(policy: policy, at: start)
    for outcome in outcomes { breaker.request(outcome, at: start) }
    return breaker
  }

  private static let failed = CircuitBreakerStateMachine.Outcome.failed(retryAfter: nil)

  @Test("Few failures, or few among many, leave it closed")
  func closed() {
    let few = breaker([Self.failed, Self.failed])
    let diluted = breaker(Array(repeating: .healthy, count: 7) + Array(repeating: Self.failed, count: 6))

    #expect(few.state == .closed && diluted.state == .closed)
  }

  @Test("Enough failures open it for a while, during which nothing is sent")
  func opens() {
    var breaker = breaker([.healthy, Self.failed, Self.failed, Self.failed])

    let verdict = breaker.admit(at: start + .seconds(1))

    #expect(breaker.state == .open && verdict == .refused(retryAfter: .seconds(3)))
  }

  @Test("Failures of an earlier window are forgotten")
  func windows() {
    var breaker = breaker([Self.failed, Self.failed])

    breaker.request(Self.failed, at: start + .seconds(11))

    #expect(breaker.state == .closed)
  }

  @Test("After the pause one request probes, and its success closes the circuit")
  func probe() throws {
    var breaker = breaker([Self.failed, Self.failed, Self.failed])
    let later = start + .seconds(4)

    let permits = [breaker.permit(at: later), breaker.permit(at: later)]
    breaker.record(.healthy, for: try #require(permits[0]), at: later)

    #expect(permits[1] == nil && breaker.state == .closed)
  }

  @Test("Each failed probe doubles the pause, up to the longest")
  func doubles() throws {
    var breaker = breaker([Self.failed, Self.failed, Self.failed])
    var now = start
    var pauses: [Duration] = []

    for _ in 0..<5 {
      let pause = try #require(breaker.refusal(at: now))
      pauses.append(pause)
      now += pause
      breaker.request(Self.failed, at: now)
    }

    #expect(pauses == [4, 8, 16, 20, 20].map { .seconds($0) })
  }

  @Test("A provider that asks for a longer pause gets it")
  func retryAfter() {
    let breaker = breaker([Self.failed, Self.failed, .failed(retryAfter: .seconds(9))])

    #expect(breaker.refusal(at: start) == .seconds(9))
  }

  @Test("Stragglers from before an opening neither close nor prolong it")
  func stragglers() throws {
    var breaker = breaker([Self.failed, Self.failed])
    let admitted = breaker.permit(at: start)
    let straggler = try #require(admitted)
    breaker.request(Self.failed, at: start)
    let pause = breaker.refusal(at: start)

    breaker.record(.healthy, for: straggler, at: start)
    breaker.record(Self.failed, for: straggler, at: start)

    #expect(breaker.state == .open && breaker.refusal(at: start) == pause)
  }

  @Test("A probe whose outcome never comes is replaced by another one")
  func lostProbe() {
    var breaker = breaker([Self.failed, Self.failed, Self.failed])
    _ = breaker.permit(at: start + .seconds(4))

    let permits = [33, 34].map { breaker.permit(at: start + .seconds($0)) }

    #expect(permits[0] == nil && permits[1] != nil)
  }

  @Test("A probe that says nothing lets the next request be the probe")
  func unknownProbe() throws {
    var breaker = breaker([Self.failed, Self.failed, Self.failed])
    let probe = breaker.permit(at: start + .seconds(4))

    breaker.record(.unknown, for: try #require(probe), at: start + .seconds(5))
    let next = breaker.permit(at: start + .seconds(5))

    #expect(next != nil)
  }
}

extension CircuitBreakerStateMachine {
  fileprivate mutating func permit(at now: Instant) -> Permit? {
    if case .admitted(let permit) = admit(at: now) { permit } else { nil }
  }

  fileprivate mutating func request(_ outcome: Outcome, at now: Instant) {
    if let permit = permit(at: now) { record(outcome, for: permit, at: now) }
  }
}
