import AuthCore
import Capabilities
import Observability
import Schemas

/// Puts time and request to what others tell it, and keeps it.
struct AuditLog: AuditRecording {
  let store: any AuditStore
  let clock: WallClock

  func record(
    _ event: AuditEvent, by actor: String?, about subject: String?, _ details: [String: JSONValue]
  ) async throws {
    try await store.append(
      AuditEntry(
        at: clock.now(), event: event, actor: actor, subject: subject, details: details,
        requestID: CallContext.current?.requestID))
  }
}
