import Resilience
import TextProviders

/// A writer whose provider is left alone for a while when it keeps failing.
struct GuardedWriter: TextWriter {
  private let inner: any TextWriter
  private let breaker: CircuitBreaker
  private let tellingTime: Duration

  /// - Parameter tellingTime: a time-out of a request that was given less says nothing about the provider.
  init(_ inner: any TextWriter, breaker: CircuitBreaker, tellingTime: Duration) {
    self.inner = inner
    self.breaker = breaker
    self.tellingTime = tellingTime
  }

  var source: String { inner.source }

  func warm() async {
    await inner.warm()
  }

  /// - Throws: besides the writer's own errors ``TextError`` `circuitOpen`, at once.
  func write(_ request: TextRequest) async throws(TextError) -> WrittenText {
    let permit: CircuitBreaker.Permit
    switch breaker.admit() {
    case .admitted(let admitted): permit = admitted
    case .refused(let wait): throw TextError(.circuitOpen, retryAfter: wait)
    }
    do throws(TextError) {
      let written = try await inner.write(request)
      breaker.record(.healthy, for: permit)
      return written
    } catch {
      breaker.record(verdict(on: error, after: request.timeout), for: permit)
      throw error
    }
  }

  private func verdict(
    on error: TextError, after timeout: Duration
  ) -> CircuitBreakerStateMachine.Outcome {
    error.code == .timeout && timeout < tellingTime ? .unknown : error.health
  }
}

extension TextError {
  /// What this failure says about the provider: a refusal is the answer of a healthy one.
  var health: CircuitBreakerStateMachine.Outcome {
    switch code {
    case .unavailable, .timeout, .rateLimited, .malformedAnswer: .failed(retryAfter: retryAfter)
    case .cancelled, .circuitOpen: .unknown
    case .quotaExhausted, .keyRefused, .modelUnavailable, .invalidRequest, .refused, .empty, .cutOff: .healthy
    }
  }
}
