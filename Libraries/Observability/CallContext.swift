/// What every log line and every hop of one request carries (W3C Trace Context, `X-Request-Id`).
package struct CallContext: Sendable, Equatable {
  package var requestID: String
  /// 32 lower-case hexadecimal digits.
  package var traceID: String
  /// 16 lower-case hexadecimal digits: the span that this process works in.
  package var spanID: String
  package var userID: String?

  package init(requestID: String, traceID: String, spanID: String, userID: String? = nil) {
    self.requestID = requestID
    self.traceID = traceID
    self.spanID = spanID
    self.userID = userID
  }

  @TaskLocal package static var current: CallContext?

  /// The `traceparent` header for a call made within this context.
  package var traceparent: String { "00-\(traceID)-\(spanID)-01" }
}
