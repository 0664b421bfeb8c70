import Resilience
import SpeechProviders

extension SpeechError {
  /// What this failure says about the provider: a refusal is the answer of a healthy one.
  var health: CircuitBreakerStateMachine.Outcome {
    switch code {
    case .unavailable, .timeout, .rateLimited, .malformedAnswer, .cut: .failed(retryAfter: retryAfter)
    case .cancelled, .circuitOpen, .overloaded: .unknown
    case .tooManyConcurrent, .keyRefused, .outOfCredits, .planRefused, .voiceNotFound, .voiceLimitReached,
      .voiceAllowanceExhausted, .sampleRefused, .invalidRequest:
      .healthy
    }
  }

  /// Nothing was sent to the provider.
  var isOurRefusal: Bool { code == .circuitOpen || code == .overloaded }

  /// A provider's failure with the pause after which we would ask it again.
  func patient(as refusal: SpeechError) -> SpeechError {
    var failure = self
    failure.retryAfter = retryAfter ?? refusal.retryAfter
    return failure
  }

  init(_ refusal: SlotRefusal) {
    switch refusal {
    case .queueFull(let pause): self.init(.overloaded, "the line is full", retryAfter: pause)
    case .waitedTooLong(let pause): self.init(.overloaded, "waited too long for a slot", retryAfter: pause)
    case .cancelled: self.init(SpeechError.Code.cancelled)
    }
  }

  static func circuitOpen(retryAfter: Duration) -> SpeechError {
    SpeechError(.circuitOpen, retryAfter: retryAfter)
  }
}
