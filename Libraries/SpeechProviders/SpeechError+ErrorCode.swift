import Schemas

extension SpeechError.Code {
  /// What callers of a service are told.
  package var errorCode: ErrorCode {
    switch self {
    case .unavailable, .cut, .circuitOpen: .providerUnavailable
    case .timeout, .cancelled: .providerTimeout
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
}
