import Schemas
import SpeechProviders

/// How providers' and the pool's failures reach a caller.
extension ServiceError {
  package init(_ failure: SpeechError) {
    self.init(failure.code.errorCode, retryAfter: Self.wait(after: failure), cause: failure.description)
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

  private static func wait(after failure: SpeechError) -> Duration? {
    failure.retryAfter ?? (failure.isRetryable ? .seconds(2) : nil)
  }
}
