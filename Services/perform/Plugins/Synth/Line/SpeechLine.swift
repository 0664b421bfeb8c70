import Capabilities
import Resilience
import SpeechProviders

/// The way to one speech provider: kept under its limit of requests at once, tried again where that can help, and
/// closed for a while when it fails.
struct SpeechLine: Sendable {
  let provider: any SpeechSynthesizer
  let gates: SpeechGates
  let breaker: CircuitBreaker
  let retry: SpeechRetry
  let pause: Pause
  let journal: SpeechJournal

  var name: String { provider.capabilities.provider }

  /// Why a request that came now would fail without being sent; `nil` normally. Takes nothing.
  func obstacle(model: String) -> SpeechError? {
    if let wait = breaker.refusal { return .circuitOpen(retryAfter: wait) }
    return gates.gate(for: model)?.overload.map { SpeechError(.overloaded, "the line is full", retryAfter: $0) }
  }

  /// Returns when the provider's first audio is in.
  func speak(_ request: SpeechRequest, for user: String) async throws(SpeechError) -> SpeechStream {
    retry.began()
    var failures: [SpeechError] = []
    while true {
      do throws(SpeechError) {
        return try await attempt(request, for: user)
      } catch {
        if let failure = failures.last, error.isOurRefusal { throw failure.patient(as: error) }
        failures.append(error)
        guard let pause = retry.pause(after: error, tries: failures.count) else { throw error }
        journal.retries(at: name, error)
        do { try await self.pause.sleep(pause) } catch { throw SpeechError(.cancelled) }
      }
    }
  }

  private func attempt(_ request: SpeechRequest, for user: String) async throws(SpeechError) -> SpeechStream {
    if let wait = breaker.refusal { throw .circuitOpen(retryAfter: wait) }
    let gate = gates.gate(for: request.model)
    let slot = try await self.slot(at: gate, for: user)
    let permit = try permit()
    do throws(SpeechError) {
      let stream = try await provider.synthesize(request)
      if let limit = stream.concurrencyLimit { await gate?.learn(maximum: limit) }
      gate?.succeeded()
      return GuardedSpeech(stream, slot: slot, settle: { [breaker] in breaker.record($0, for: permit) }).stream
    } catch {
      slot?.release()
      if error.code == .tooManyConcurrent { gate?.refused() }
      breaker.record(error.health, for: permit)
      throw error
    }
  }

  private func slot(at gate: ConcurrencyGate?, for user: String) async throws(SpeechError) -> SlotHold? {
    guard let gate else { return nil }
    do throws(SlotRefusal) {
      return try await journal.measureWait(at: name) { () async throws(SlotRefusal) in try await gate.enter(user: user)
      }
    } catch {
      throw SpeechError(error)
    }
  }

  private func permit() throws(SpeechError) -> CircuitBreaker.Permit {
    switch breaker.admit() {
    case .admitted(let permit): return permit
    case .refused(let wait): throw .circuitOpen(retryAfter: wait)
    }
  }
}
