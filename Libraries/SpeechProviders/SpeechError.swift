/// What a speech provider refused or failed to do, told apart by what can be done about it.
package struct SpeechError: Error, Sendable, CustomStringConvertible {
  package enum Code: String, Sendable, CaseIterable {
    /// No connection, no answer within the bound, or a 5xx.
    case unavailable, timeout
    /// The provider's own limits: wait (`retryAfter`) and try again.
    case rateLimited = "rate_limited"
    case tooManyConcurrent = "too_many_concurrent"
    /// The key is wrong, blocked, or lacks a scope: an alarm for the operator.
    case keyRefused = "key_refused"
    /// The account's credits are used up, or its plan does not include this.
    case outOfCredits = "out_of_credits"
    case planRefused = "plan_refused"
    case voiceNotFound = "voice_not_found"
    case voiceLimitReached = "voice_limit_reached"
    case voiceAllowanceExhausted = "voice_allowance_exhausted"
    case sampleRefused = "sample_refused"
    /// The request itself: unknown model, text too long, a field out of range.
    case invalidRequest = "invalid_request"
    /// Audio or JSON that is not what was promised.
    case malformedAnswer = "malformed_answer"
    /// The stream ended before the audio was complete.
    case cut
    case cancelled
    /// Ours, not the provider's: its circuit is open, or more requests wait for it than can be served in time.
    case circuitOpen = "circuit_open"
    case overloaded
  }

  package var code: Code
  /// For logs: the provider's own status word, never its message or our text.
  package var detail: String
  /// How long the provider asks to wait.
  package var retryAfter: Duration?
  /// The request cannot have taken effect, so repeating it cannot act twice.
  package var hadNoEffect: Bool

  package init(_ code: Code, _ detail: String = "", retryAfter: Duration? = nil, hadNoEffect: Bool = true) {
    self.code = code
    self.detail = detail
    self.retryAfter = retryAfter
    self.hadNoEffect = hadNoEffect
  }

  package var description: String { detail.isEmpty ? code.rawValue : "\(code.rawValue): \(detail)" }

  package var isRetryable: Bool {
    switch code {
    case .unavailable, .timeout, .rateLimited, .tooManyConcurrent: true
    default: false
    }
  }
}
