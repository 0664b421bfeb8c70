/// Why no text came, told apart by what can be done about it.
package struct TextError: Error, Sendable, CustomStringConvertible {
  package enum Code: String, Sendable, CaseIterable {
    case unavailable, timeout
    case rateLimited = "rate_limited"
    /// A quota per day or a spent account: waiting a minute does not help.
    case quotaExhausted = "quota_exhausted"
    case keyRefused = "key_refused"
    case modelUnavailable = "model_unavailable"
    case invalidRequest = "invalid_request"
    /// The provider declined to write about this.
    case refused
    /// An answer without usable text: empty, cut off, or of an unknown kind.
    case empty
    case cutOff = "cut_off"
    case malformedAnswer = "malformed_answer"
    case cancelled
    /// Not asked at all: the provider has failed too often of late.
    case circuitOpen = "circuit_open"

    /// Whether nobody but the operator can mend it: the key, the account, the model.
    package var isOperatorsMatter: Bool {
      switch self {
      case .keyRefused, .quotaExhausted, .modelUnavailable, .invalidRequest: true
      default: false
      }
    }
  }

  package var code: Code
  /// For logs: the provider's own status word, never its message or our text.
  package var detail: String
  package var retryAfter: Duration?

  package init(_ code: Code, _ detail: String = "", retryAfter: Duration? = nil) {
    self.code = code
    self.detail = detail
    self.retryAfter = retryAfter
  }

  package var description: String { detail.isEmpty ? code.rawValue : "\(code.rawValue): \(detail)" }

  package var isRetryable: Bool {
    switch code {
    case .unavailable, .timeout, .rateLimited, .empty: true
    default: false
    }
  }
}
