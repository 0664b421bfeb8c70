import Foundation

/// Answer of `GET /admin/audit`, newest first.
package struct AuditAnswer: Sendable, Codable, Equatable {
  package struct Entry: Sendable, Codable, Equatable {
    package var sequence: Int
    package var at: Date
    package var event: String
    /// A user id, `operator`, or a pseudonym once the account has been erased; absent for somebody not known.
    package var actor: String?
    package var subject: String?
    package var details: JSONValue
    package var requestID: String?

    package init(
      sequence: Int, at: Date, event: String, actor: String?, subject: String?, details: JSONValue, requestID: String?
    ) {
      self.sequence = sequence
      self.at = at
      self.event = event
      self.actor = actor
      self.subject = subject
      self.details = details
      self.requestID = requestID
    }

    package enum CodingKeys: String, CodingKey {
      case sequence, at, event, actor, subject, details
      case requestID = "request_id"
    }
  }

  package var entries: [Entry]
  package var nextCursor: String?

  package init(entries: [Entry], nextCursor: String?) {
    self.entries = entries
    self.nextCursor = nextCursor
  }

  package enum CodingKeys: String, CodingKey {
    case entries
    case nextCursor = "next_cursor"
  }
}
