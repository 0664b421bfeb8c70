import Foundation
import ServiceHost

/// The ledger as the monthly closing sees it.
package protocol PeriodBooks: Sendable {
  /// Ids of all periods with a charge, oldest first.
  func periodsWithCharges() async throws -> [String]

  func summary(of period: String, at now: Date) async throws -> PeriodSummary
}

/// What one period came to over all users.
package struct PeriodSummary: Sendable, Equatable {
  package var period: String
  package var users: Int
  package var performances: Int
  package var charsRaw: Int
  package var charsEffective: Int
  /// Reservations that may still be charged to the period; 0 makes an ended period final.
  package var openReservations: Int

  package init(
    period: String, users: Int, performances: Int, charsRaw: Int, charsEffective: Int, openReservations: Int
  ) {
    self.period = period
    self.users = users
    self.performances = performances
    self.charsRaw = charsRaw
    self.charsEffective = charsEffective
    self.openReservations = openReservations
  }
}

extension PortKey where Value == any PeriodBooks {
  package static var periodBooks: Self { PortKey("billing.periodBooks") }
}

extension PortKey where Value == BillingCalendar {
  package static var billingCalendar: Self { PortKey("billing.calendar") }
}
