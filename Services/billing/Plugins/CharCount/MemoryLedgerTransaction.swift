import BillingCore
import Foundation

/// The books within one transaction: a copy that its store keeps or drops.
final class MemoryLedgerTransaction: LedgerTransaction {
  private(set) var tables: MemoryLedgerTables

  init(_ tables: MemoryLedgerTables) {
    self.tables = tables
  }

  func insert(_ reservation: Reservation) throws {
    let attempts = tables.reservations[reservation.performanceID] ?? []
    guard attempts.last.map({ $0.attempt < reservation.attempt }) ?? true else { throw MemoryLedgerViolation.duplicate }
    tables.reservations[reservation.performanceID] = attempts + [reservation]
  }

  func settle(_ reservation: Reservation) throws {
    guard var attempts = tables.reservations[reservation.performanceID],
      let index = attempts.firstIndex(where: { $0.attempt == reservation.attempt }),
      attempts[index].state == .reserved
    else { throw MemoryLedgerViolation.settledReservation }
    attempts[index] = reservation
    tables.reservations[reservation.performanceID] = attempts
  }

  func expireReservations(dueAt now: Date) throws -> Int {
    let due = tables.openReservations.filter { $0.expiresAt <= now }
    for var reservation in due {
      reservation.state = .expired
      try settle(reservation)
    }
    return due.count
  }

  func post(_ transfer: LedgerTransfer) throws {
    guard tables.transfers.updateValue(transfer, forKey: transfer.reference) == nil else {
      throw MemoryLedgerViolation.duplicate
    }
    for entry in transfer.entries {
      tables.entries.append(entry)
      tables.balances[entry.account, default: 0] += entry.amount
    }
  }

  func setMonthlyLimit(_ limit: Int?, for userID: String) throws {
    tables.limits[userID] = limit
  }

  func latestReservation(of performanceID: String) throws -> Reservation? {
    tables.reservations[performanceID]?.last
  }

  func standing(of userID: String, in period: String) throws -> AccountStanding {
    let held = tables.openReservations.filter { $0.userID == userID && $0.period == period }
    return AccountStanding(
      used: tables.balances[.user(userID, period: period)] ?? 0, reserved: held.map(\.maxEffective).reduce(0, +),
      ownLimit: tables.limits[userID])
  }

  func installationStanding(in period: String) throws -> InstallationStanding {
    let held = tables.openReservations.filter { $0.period == period }
    return InstallationStanding(
      used: -(tables.balances[.installation(period: period)] ?? 0), reserved: held.map(\.maxEffective).reduce(0, +))
  }

  func history(of userID: String) throws -> [AccountHistory] {
    tables.balances.filter { $0.key.userID == userID }
      .map { account, used in
        let count = tables.entries.count { $0.account == account }
        return AccountHistory(period: account.period, used: used, performances: count)
      }
      .sorted { $0.period > $1.period }
  }

  func openReservations() throws -> Int { tables.openReservations.count }
}
