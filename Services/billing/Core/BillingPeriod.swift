import Foundation

/// One calendar month of an installation: `start` belongs to it, `end` is the first instant of the next.
package struct BillingPeriod: Sendable, Hashable {
  /// Year and month, for example `2026-11`; sorts by time.
  package let id: String
  package let start: Date
  package let end: Date

  package init(id: String, start: Date, end: Date) {
    self.id = id
    self.start = start
    self.end = end
  }

  package func contains(_ instant: Date) -> Bool {
    start <= instant && instant < end
  }

  /// Days until the reset, a begun one counted whole; 0 once it is over.
  package func daysLeft(at instant: Date) -> Int {
    max(0, Int((end.timeIntervalSince(instant) / 86_400).rounded(.up)))
  }
}
