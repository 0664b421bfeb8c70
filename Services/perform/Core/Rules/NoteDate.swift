import Foundation
import Schemas

extension NoteDate {
  /// A moment of the day that is claimed, as days are counted in `zone`.
  package func moment(at now: Date, in zone: TimeZone) -> Date {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    return switch self {
    case .daysAgo(let days): calendar.date(byAdding: .day, value: -days, to: now) ?? now
    case .day(let year, let month, let day):
      calendar.date(from: DateComponents(year: year, month: month, day: day)) ?? now
    }
  }
}

extension UserSettings {
  package var zone: TimeZone { timeZone.flatMap { TimeZone(identifier: $0) } ?? .gmt }

  /// A moment of the day that a note claims to be from; `nil` where the performer claims none.
  package func claimedMoment(at now: Date) -> Date? {
    voiceNoteDate.flatMap(NoteDate.init)?.moment(at: now, in: zone)
  }

  /// That day as `YYYY-MM-DD`.
  package func claimedDay(at now: Date) -> String? {
    claimedMoment(at: now)?.formatted(Date.ISO8601FormatStyle(timeZone: zone).year().month().day())
  }
}
