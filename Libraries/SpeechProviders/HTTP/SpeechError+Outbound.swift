import OutboundHTTP

extension SpeechError {
  /// A transfer that ended without an answer.
  ///
  /// - Parameter silenceHasNoEffect: a request that arrived and was not answered cannot have taken effect.
  package init(_ error: OutboundError, silenceHasNoEffect: Bool) {
    self.init(
      Self.code(of: error.code), error.code.rawValue, hadNoEffect: error.requestNeverArrived || silenceHasNoEffect)
  }

  private static func code(of code: OutboundError.Code) -> SpeechError.Code {
    switch code {
    case .connectTimeout, .firstByteTimeout, .idleTimeout: .timeout
    case .resolve, .connect, .tls, .cut, .shutDown: .unavailable
    case .invalidURL, .invalidRequest, .requestBody: .invalidRequest
    case .tooLarge: .malformedAnswer
    case .cancelled: .cancelled
    }
  }
}
