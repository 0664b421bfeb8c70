import Foundation
import Schemas

/// A user's account in one period.
package struct Usage: Sendable, Equatable {
  /// Effective characters charged.
  package var used: Int
  package var limit: Int
  package var period: BillingPeriod

  package init(used: Int, limit: Int, period: BillingPeriod) {
    self.used = used
    self.limit = limit
    self.period = period
  }

  package func answer(at now: Date) -> UsageAnswer {
    UsageAnswer(
      charCount: used, monthlyLimit: limit, remaining: max(0, limit - used), resetsAt: period.end,
      daysUntilReset: period.daysLeft(at: now))
  }
}
