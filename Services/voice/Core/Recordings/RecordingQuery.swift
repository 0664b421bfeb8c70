import Foundation
import Schemas

/// A page of a user's recordings, newest shown date first.
package struct RecordingQuery: Sendable, Equatable {
  package var kind: RecordingAnswer.Kind?
  /// Part of the title, without regard to case.
  package var text: String?
  package var limit: Int
  package var after: RecordingCursor?

  package init(kind: RecordingAnswer.Kind? = nil, text: String? = nil, limit: Int = 50, after: RecordingCursor? = nil) {
    self.kind = kind
    self.text = text
    self.limit = limit
    self.after = after
  }
}

/// The place of a row in the order of the list: shown date, then creation, then id, all descending.
package struct RecordingCursor: Sendable, Equatable {
  package var sortDate: String
  package var createdAtMilliseconds: Int64
  package var id: String

  package init(_ recording: Recording) {
    sortDate = recording.sortDate
    createdAtMilliseconds = recording.createdAt.milliseconds
    id = recording.id
  }

  /// Reads what ``text`` made; `nil` for anything else.
  package init?(_ text: String) {
    guard let data = Data(base64Encoded: text), let plain = String(data: data, encoding: .utf8) else { return nil }
    let parts = plain.split(separator: "|", omittingEmptySubsequences: false)
    guard parts.count == 3, let milliseconds = Int64(parts[1]), !parts[2].isEmpty else { return nil }
    sortDate = String(parts[0])
    createdAtMilliseconds = milliseconds
    id = String(parts[2])
  }

  package var text: String { Data("\(sortDate)|\(createdAtMilliseconds)|\(id)".utf8).base64EncodedString() }

  /// Whether the recording comes later in the list.
  package func isBefore(_ recording: Recording) -> Bool {
    (recording.sortDate, recording.createdAt.milliseconds, recording.id) < (sortDate, createdAtMilliseconds, id)
  }
}
