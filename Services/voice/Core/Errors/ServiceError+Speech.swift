import Schemas
import SpeechProviders

/// How providers' and the pool's failures reach a caller: the one place where their codes are mapped.
extension ServiceError {
  package init(_ failure: SpeechError) {
    self.init(Self.code(of: failure.code), retryAfter: Self.wait(after: failure), cause: failure.description)
  }

  package init(_ failure: VoiceCreationFailure) {
    switch failure.reason {
    case .poolBusy(let wait): self.init(.poolBusy, retryAfter: wait)
    case .poolExhausted: self.init(.poolExhausted)
    case .allowanceExhausted: self.init(.voiceAllowanceExhausted)
    case .provider(let error): self.init(error)
    case .verificationRequired: self = .verificationRequired
    case .internalFailure(let cause): self.init(.internalError, cause: cause)
    }
  }

  /// Asking again with the same samples would only spend another of the month's additions.
  package static var verificationRequired: ServiceError {
    ServiceError(
      .providerSampleRefused, "The provider wants a person to verify the voice in this recording. Use another one.")
  }

  private static func code(of code: SpeechError.Code) -> ErrorCode {
    switch code {
    case .unavailable, .cut, .cancelled, .circuitOpen: .providerUnavailable
    case .timeout: .providerTimeout
    case .overloaded: .overloaded
    case .rateLimited, .tooManyConcurrent: .providerRateLimited
    case .keyRefused: .providerKeyRefused
    case .outOfCredits: .providerOutOfCredits
    case .planRefused: .providerPlanRefused
    case .voiceNotFound: .voiceCloneRequired
    case .voiceLimitReached: .poolExhausted
    case .voiceAllowanceExhausted: .voiceAllowanceExhausted
    case .sampleRefused: .providerSampleRefused
    case .invalidRequest: .providerRefused
    case .malformedAnswer: .providerAnswerInvalid
    }
  }

  private static func wait(after failure: SpeechError) -> Duration? {
    failure.retryAfter ?? (failure.isRetryable ? .seconds(2) : nil)
  }
}
