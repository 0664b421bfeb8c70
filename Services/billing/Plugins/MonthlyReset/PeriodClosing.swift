import BillingCore
import Foundation

/// A period whose sums are final, as they were written down once.
package struct PeriodClosing: Sendable, Equatable {
  package var summary: PeriodSummary
  package var closedAt: Date

  package init(summary: PeriodSummary, closedAt: Date) {
    self.summary = summary
    self.closedAt = closedAt
  }
}
