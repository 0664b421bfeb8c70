import Schemas
import ServiceHost

/// Keeps, for good, who did what that matters for security.
package protocol AuditRecording: Sendable {
  /// - Parameters:
  ///   - actor: a user id, ``AuditActor/operator``, or `nil` for somebody who is not known.
  ///   - subject: the user whom it concerns.
  ///   - details: never passwords, codes or tokens.
  func record(_ event: AuditEvent, by actor: String?, about subject: String?, _ details: [String: JSONValue])
    async throws
}

extension AuditRecording {
  package func record(_ event: AuditEvent, by actor: String?, about subject: String? = nil) async throws {
    try await record(event, by: actor, about: subject, [:])
  }
}

package enum AuditActor {
  /// Whoever runs the service's commands.
  package static let `operator` = "operator"
}

package enum AuditEvent: String, Sendable, CaseIterable {
  case registered = "account_registered"
  case adminCreated = "admin_created"
  case accountChanged = "account_changed"
  case passwordRehashed = "password_rehashed"
  case loggedIn = "login_succeeded"
  case loginFailed = "login_failed"
  case loginRefused = "login_refused"
  case loggedOutEverywhere = "logged_out_everywhere"
  case refreshTokenReused = "refresh_token_reused"
  case codesIssued = "activation_codes_issued"
}

extension PortKey where Value == any AuditRecording {
  package static var audit: Self { PortKey("auth.audit") }
}
