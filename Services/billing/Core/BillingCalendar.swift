import Foundation
import Synchronization

/// Which period an instant belongs to: pure arithmetic over a time zone, so a reset that never ran changes nothing.
package struct BillingCalendar: Sendable {
  package let timeZone: TimeZone
  private let calendar: Calendar
  private let latest = LatestPeriod()

  package init(timeZone: TimeZone) {
    self.timeZone = timeZone
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    self.calendar = calendar
  }

  package func period(containing instant: Date) -> BillingPeriod {
    if let period = latest.period(containing: instant) { return period }
    let parts = calendar.dateComponents([.year, .month], from: instant)
    let period = period(year: parts.year ?? 1970, month: parts.month ?? 1)
    latest.keep(period)
    return period
  }

  /// The period of an id such as `2026-11`; `nil` for anything else.
  package func period(id: String) -> BillingPeriod? {
    let parts = id.split(separator: "-")
    guard id.count == 7, parts.count == 2, let year = Int(parts[0]), let month = Int(parts[1]),
      (1...12).contains(month)
    else { return nil }
    return period(year: year, month: month)
  }

  private func period(year: Int, month: Int) -> BillingPeriod {
    let following = month == 12 ? (year + 1, 1) : (year, month + 1)
    return BillingPeriod(
      id: Self.id(year, month), start: firstInstant(year, month), end: firstInstant(following.0, following.1))
  }

  /// Where clocks skip or repeat midnight, a month begins with the first instant that bears its name.
  private func firstInstant(_ year: Int, _ month: Int) -> Date {
    let noon = calendar.date(from: DateComponents(year: year, month: month, day: 1, hour: 12)) ?? .distantPast
    return calendar.startOfDay(for: noon)
  }

  private static func id(_ year: Int, _ month: Int) -> String {
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + (month < 10 ? "-0" : "-") + String(month)
  }
}

/// Spares the calendar's arithmetic, the dearest part of a charge, while instants fall into one month.
private final class LatestPeriod: Sendable {
  private let kept = Mutex<BillingPeriod?>(nil)

  func period(containing instant: Date) -> BillingPeriod? {
    kept.withLock { kept in kept.flatMap { $0.contains(instant) ? $0 : nil } }
  }

  func keep(_ period: BillingPeriod) {
    kept.withLock { $0 = period }
  }
}
