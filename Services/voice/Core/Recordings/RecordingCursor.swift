import Foundation

/// The place of a row in the order of the list: shown date, shown time, creation, then id, all descending.
///
/// Relative dates move at midnight, so the cursor also holds the day on which paging began: every later page is
/// ordered, and shown, as on that day.
package struct RecordingCursor: Sendable, Equatable {
  /// `YYYY-MM-DD`
  package var asOf: String
  package var sortDate: String
  /// `HH:MM`
  package var sortTime: String
  package var createdAtMilliseconds: Int64
  package var id: String

  package init(_ recording: Recording, asOf now: Date) {
    asOf = ShownDate.day(of: now)
    sortDate = recording.sortDate(at: now)
    sortTime = recording.sortTime
    createdAtMilliseconds = recording.createdAt.milliseconds
    id = recording.id
  }

  /// Reads what ``text`` made; `nil` for anything else.
  package init?(_ text: String) {
    let base64 = text.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - base64.count % 4) % 4)
    guard let data = Data(base64Encoded: base64 + padding), let plain = String(data: data, encoding: .utf8) else {
      return nil
    }
    let parts = plain.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5, ShownDate.start(of: parts[0]) != nil, ShownDate.start(of: parts[1]) != nil,
      ShownDate.isTime(parts[2]), let milliseconds = Int64(parts[3]), !parts[4].isEmpty
    else { return nil }
    (asOf, sortDate, sortTime, createdAtMilliseconds, id) = (parts[0], parts[1], parts[2], milliseconds, parts[4])
  }

  /// Safe in a URL's query.
  package var text: String {
    Data("\(asOf)|\(sortDate)|\(sortTime)|\(createdAtMilliseconds)|\(id)".utf8).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// Whether the recording comes later in the list, as it stood on that day.
  package func isBefore(_ recording: Recording, asOf now: Date) -> Bool {
    (recording.sortDate(at: now), recording.sortTime, recording.createdAt.milliseconds, recording.id)
      < (sortDate, sortTime, createdAtMilliseconds, id)
  }
}
