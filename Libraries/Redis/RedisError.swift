/// Why a command has no reply, or which error the server replied.
package struct RedisError: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Code: String, Sendable {
    case invalidURL = "invalid_url"
    /// No connection: refused, unreachable, or still within the pause after the last failure.
    case connect
    /// The connection broke before the reply came.
    case connectionLost = "connection_lost"
    case timeout
    /// The server answered with an error, for example `WRONGTYPE` or `NOAUTH`; see ``RedisError/detail``.
    case refused
    case malformedReply = "malformed_reply"
    case closed
  }

  package var code: Code
  /// The server's own error line for `refused`, a reason for logs otherwise.
  package var detail: String
  /// The server may have executed the command; `false` means that it certainly has not.
  package var wasSent: Bool

  package init(_ code: Code, _ detail: String = "", wasSent: Bool) {
    self.code = code
    self.detail = detail
    self.wasSent = wasSent
  }

  package var description: String {
    "\(code.rawValue)\(wasSent ? " (sent)" : " (not sent)")\(detail.isEmpty ? "" : ": \(detail)")"
  }
}
