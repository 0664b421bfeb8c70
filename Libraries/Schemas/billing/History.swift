import Foundation

/// Answer of `GET /users/{id}/usage/history`: the user's periods with charges, newest first.
package struct UsageHistoryAnswer: Sendable, Codable, Equatable {
  package struct Entry: Sendable, Codable, Equatable {
    /// Year and month, for example `2026-11`.
    package var period: String
    package var startsAt: Date
    package var endsAt: Date
    package var charCount: Int
    package var performances: Int

    package init(period: String, startsAt: Date, endsAt: Date, charCount: Int, performances: Int) {
      self.period = period
      self.startsAt = startsAt
      self.endsAt = endsAt
      self.charCount = charCount
      self.performances = performances
    }

    package enum CodingKeys: String, CodingKey {
      case period, charCount, performances
      case startsAt = "starts_at"
      case endsAt = "ends_at"
    }
  }

  package var periods: [Entry]

  package init(periods: [Entry]) { self.periods = periods }
}

/// The sums of one period over all users; one row of the answer of `POST /admin/billing/monthly-reset`.
package struct PeriodSummaryAnswer: Sendable, Codable, Equatable {
  package var period: String
  package var users: Int
  package var performances: Int
  package var charsUsedRaw: Int
  package var charsUsedEffective: Int
  /// `nil` while the period is open.
  package var closedAt: Date?

  package init(
    period: String, users: Int, performances: Int, charsUsedRaw: Int, charsUsedEffective: Int, closedAt: Date?
  ) {
    self.period = period
    self.users = users
    self.performances = performances
    self.charsUsedRaw = charsUsedRaw
    self.charsUsedEffective = charsUsedEffective
    self.closedAt = closedAt
  }

  package enum CodingKeys: String, CodingKey {
    case period, users, performances, charsUsedRaw, charsUsedEffective
    case closedAt = "closed_at"
  }
}

/// Answer of `POST /admin/billing/monthly-reset`.
package struct MonthlyResetAnswer: Sendable, Codable, Equatable {
  /// Closed by this call; empty when there was nothing left to close.
  package var closed: [PeriodSummaryAnswer]
  package var current: PeriodSummaryAnswer

  package init(closed: [PeriodSummaryAnswer], current: PeriodSummaryAnswer) {
    self.closed = closed
    self.current = current
  }
}
