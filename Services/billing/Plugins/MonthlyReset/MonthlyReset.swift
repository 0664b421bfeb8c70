import BillingCore
import Capabilities
import Foundation
import Logging

/// Writes down what ended periods came to.
///
/// Nobody's usage depends on it: the period of an instant is arithmetic (``BillingCore/BillingCalendar``). A period
/// is closed once it has ended and no reservation can be charged to it any more.
package struct MonthlyReset: Sendable {
  private let books: any PeriodBooks
  private let closings: any PeriodClosingStore
  private let calendar: BillingCalendar
  private let clock: WallClock
  private let logger: Logger

  package init(
    books: any PeriodBooks, closings: any PeriodClosingStore, calendar: BillingCalendar, clock: WallClock,
    logger: Logger
  ) {
    self.books = books
    self.closings = closings
    self.calendar = calendar
    self.clock = clock
    self.logger = logger
  }

  /// Closes what can be closed; repeating it, also at the same time elsewhere, changes nothing.
  ///
  /// - Returns: the closings that this call made.
  package func run() async throws -> [PeriodClosing] {
    let now = clock.now().wholeMilliseconds
    let closed = Set(try await closings.closings().map(\.summary.period))
    let current = calendar.period(containing: now).id
    var made: [PeriodClosing] = []
    for period in try await books.periodsWithCharges() where period < current && !closed.contains(period) {
      let closing = PeriodClosing(summary: try await books.summary(of: period, at: now), closedAt: now)
      guard closing.summary.openReservations == 0, try await closings.record(closing) else { continue }
      logger.notice(
        "period_closed",
        metadata: [
          "period": "\(period)", "chars_effective": .stringConvertible(closing.summary.charsEffective),
        ])
      made.append(closing)
    }
    return made
  }

  /// The open period so far.
  package func current() async throws -> PeriodSummary {
    let now = clock.now().wholeMilliseconds
    return try await books.summary(of: calendar.period(containing: now).id, at: now)
  }
}
