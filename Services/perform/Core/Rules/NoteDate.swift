import Foundation
import Schemas

extension NoteDate {
  /// A moment of the day that is claimed, in UTC.
  package func moment(at now: Date) -> Date {
    switch self {
    case .daysAgo(let days): return now.addingTimeInterval(-86_400 * Double(days))
    case .day(let year, let month, let day):
      let components = DateComponents(timeZone: .gmt, year: year, month: month, day: day)
      return Calendar(identifier: .gregorian).date(from: components) ?? now
    }
  }
}
