/// Why a transfer failed. An HTTP error status is an answer, not a failure.
package struct OutboundError: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Code: String, Sendable {
    case invalidURL = "invalid_url"
    /// A method or header field that HTTP does not allow.
    case invalidRequest = "invalid_request"
    case resolve, connect, tls
    /// The connect, first-byte or idle bound of ``OutboundTimeouts`` ran out.
    case connectTimeout = "connect_timeout"
    case firstByteTimeout = "first_byte_timeout"
    case idleTimeout = "idle_timeout"
    /// The peer closed or broke the connection before the answer was whole.
    case cut
    case tooLarge = "too_large"
    /// The request's own body stream threw.
    case requestBody = "request_body"
    case cancelled
    case shutDown = "shut_down"
  }

  package var code: Code
  /// For logs: names the phase, never a body or a header value.
  package var detail: String

  package init(_ code: Code, _ detail: String = "") {
    self.code = code
    self.detail = detail
  }

  package var description: String { detail.isEmpty ? code.rawValue : "\(code.rawValue): \(detail)" }

  /// Whether the peer cannot have seen the request, so that sending it again cannot act twice.
  package var requestNeverArrived: Bool {
    switch code {
    case .invalidURL, .invalidRequest, .resolve, .connect, .tls, .connectTimeout: true
    default: false
    }
  }
}
