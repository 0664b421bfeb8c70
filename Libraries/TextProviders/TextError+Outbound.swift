import OutboundHTTP

extension TextError {
  init(_ error: OutboundError) {
    switch error.code {
    case .connectTimeout, .firstByteTimeout, .idleTimeout: self.init(.timeout, error.code.rawValue)
    case .cancelled: self.init(.cancelled)
    case .invalidURL, .invalidRequest, .requestBody: self.init(.invalidRequest, error.code.rawValue)
    case .tooLarge: self.init(.malformedAnswer, error.code.rawValue)
    case .resolve, .connect, .tls, .cut, .shutDown: self.init(.unavailable, error.code.rawValue)
    }
  }
}
