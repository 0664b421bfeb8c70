/// A failure that a caller is told about. The code decides status, title and action (``ErrorCode/entry``).
package struct ServiceError: Error, Sendable {
  package var code: ErrorCode
  /// One sentence for a person; never holds SQL, a stack, a provider's body, or spoken text.
  package var message: String
  /// Further members of the problem answer, by wire name.
  package var details: [String: JSONValue]
  package var retryAfter: Duration?
  /// For the log only.
  package var cause: String?

  package init(
    _ code: ErrorCode, _ message: String? = nil, details: [String: JSONValue] = [:], retryAfter: Duration? = nil,
    cause: String? = nil
  ) {
    self.code = code
    self.message = message ?? code.entry.title + "."
    self.details = details
    self.retryAfter = retryAfter
    self.cause = cause
  }
}

/// The wire form of a failure: RFC 9457 members, the older clients' `error`, `message`, `action`, and `request_id`.
package struct Problem: Sendable, Equatable {
  package static let contentType = "application/problem+json"

  package var code: String
  package var status: Int
  package var message: String
  package var members: [String: JSONValue]

  package init(_ error: ServiceError, instance: String, requestID: String) {
    let entry = error.code.entry
    code = error.code.rawValue
    status = entry.status
    message = error.message
    members = error.details
    members["type"] = .string("urn:voicememos:error:\(error.code.rawValue)")
    members["title"] = .string(entry.title)
    members["status"] = .number(Double(entry.status))
    members["detail"] = .string(error.message)
    members["instance"] = .string(instance)
    members["error"] = .string(error.code.rawValue)
    members["message"] = .string(error.message)
    members["action"] = .string(entry.action)
    members["request_id"] = .string(requestID)
  }

  private static let standard: Set = [
    "type", "title", "status", "detail", "instance", "error", "message", "action", "request_id",
  ]

  /// Reads another service's problem answer back into the error that it came from; `nil` for anything else.
  package static func error(in body: JSONValue) -> ServiceError? {
    guard case .object(let members) = body, let code = members["error"]?.stringValue.flatMap(ErrorCode.init) else {
      return nil
    }
    return ServiceError(
      code, members["message"]?.stringValue, details: members.filter { !standard.contains($0.key) })
  }
}
