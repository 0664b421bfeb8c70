import GRDB
import Schemas
import VoiceCore

/// A query of the list as SQL over the tables of ``RecordingRow/selection``.
struct RecordingCondition {
  private(set) var sql = "r.user_id = ? AND r.listed = 1"
  private(set) var arguments: StatementArguments
  /// The date that decides the order, as shown on the query's day.
  let sortDate: String
  /// Decides within a day.
  static let sortTime = "coalesce(r.time, strftime('%H:%M', r.created_at / 1000, 'unixepoch'))"

  init(_ userID: String, _ query: RecordingQuery) {
    let shown = "date('\(ShownDate.day(of: query.asOf))', '-' || r.days_back || ' days')"
    sortDate = "coalesce(\(shown), r.sort_date)"
    arguments = [userID]
    if let kind = query.kind { add("r.kind = ?", [kind.rawValue]) }
    if let state = query.state { add("s.active = ?", [state == .active]) }
    if let text = query.text {
      add(
        "instr(swiftLowercaseString(coalesce(r.title, \(shown), r.date, r.id)), ?) > 0", [text.lowercased()])
    }
    if let cursor = query.after {
      add(
        "(\(sortDate), \(Self.sortTime), r.created_at, r.id) < (?, ?, ?, ?)",
        [cursor.sortDate, cursor.sortTime, cursor.createdAtMilliseconds, cursor.id])
    }
  }

  private mutating func add(_ condition: String, _ more: StatementArguments) {
    sql += " AND \(condition)"
    arguments += more
  }
}
