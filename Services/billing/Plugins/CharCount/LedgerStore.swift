import BillingCore
import Foundation

/// Where reservations and the ledger are kept.
package protocol LedgerStore: Sendable {
  /// Runs alone and whole: what `work` wrote is on disk when this returns, and undone when it throws.
  func transact<Value: Sendable>(
    _ work: @escaping @Sendable (any LedgerTransaction) throws -> Value
  ) async throws -> Value

  /// Runs on one consistent state, beside other work.
  func read<Value: Sendable>(_ work: @escaping @Sendable (any LedgerReading) throws -> Value) async throws -> Value
}

/// What can be asked of the books.
package protocol LedgerReading {
  /// The last attempt; `nil` when nothing was ever reserved.
  func latestReservation(of performanceID: String) throws -> Reservation?
  func standing(of userID: String, in period: String) throws -> AccountStanding
  func installationStanding(in period: String) throws -> InstallationStanding
  /// Newest period first.
  func history(of userID: String) throws -> [AccountHistory]
  func openReservations() throws -> Int
  func periodsWithCharges() throws -> [String]
  func summary(of period: String, at now: Date) throws -> PeriodSummary
  func audit() throws -> LedgerAudit
}

/// What can be written to the books. Transfers are only ever added.
package protocol LedgerTransaction: LedgerReading {
  func insert(_ reservation: Reservation) throws
  /// Replaces the state of an attempt that is `reserved` in the store.
  func settle(_ reservation: Reservation) throws
  func post(_ transfer: LedgerTransfer) throws
  /// - Returns: how many reservations were due and are `expired` now.
  func expireReservations(dueAt now: Date) throws -> Int
  /// - Parameter limit: `nil` for the installation's default.
  func setMonthlyLimit(_ limit: Int?, for userID: String) throws
}

/// A user's account in one period.
package struct AccountStanding: Sendable, Equatable {
  package var used: Int
  /// Held by reservations in state `reserved`.
  package var reserved: Int
  /// The user's own limit, in place of the installation's default.
  package var ownLimit: Int?

  package init(used: Int, reserved: Int, ownLimit: Int?) {
    self.used = used
    self.reserved = reserved
    self.ownLimit = ownLimit
  }
}

/// All users' accounts in one period.
package struct InstallationStanding: Sendable, Equatable {
  package var used: Int
  package var reserved: Int

  package init(used: Int, reserved: Int) {
    self.used = used
    self.reserved = reserved
  }
}

/// One of a user's periods.
package struct AccountHistory: Sendable, Equatable {
  package var period: String
  package var used: Int
  package var performances: Int

  package init(period: String, used: Int, performances: Int) {
    self.period = period
    self.used = used
    self.performances = performances
  }
}
