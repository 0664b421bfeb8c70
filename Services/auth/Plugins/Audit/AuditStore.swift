import AuthCore
import Foundation
import Schemas

/// Where audit entries are kept for good.
package protocol AuditStore: Sendable {
  func append(_ entry: AuditEntry) async throws

  /// Newest first, from the one before `cursor` on.
  func page(_ query: PageQuery) async throws -> [StoredAuditEntry]
}

package struct AuditEntry: Sendable, Equatable {
  package var at: Date
  package var event: AuditEvent
  package var actor: String?
  package var subject: String?
  package var details: [String: JSONValue]
  package var requestID: String?

  package init(
    at: Date, event: AuditEvent, actor: String?, subject: String?, details: [String: JSONValue] = [:],
    requestID: String? = nil
  ) {
    self.at = at
    self.event = event
    self.actor = actor
    self.subject = subject
    self.details = details
    self.requestID = requestID
  }
}

package struct StoredAuditEntry: Sendable, Equatable {
  package var sequence: Int
  package var entry: AuditEntry
}
