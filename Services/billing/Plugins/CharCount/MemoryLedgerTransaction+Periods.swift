import BillingCore
import Foundation

extension MemoryLedgerTransaction {
  func periodsWithCharges() throws -> [String] {
    Set(tables.balances.keys.map(\.period)).sorted()
  }

  func summary(of period: String, at now: Date) throws -> PeriodSummary {
    let charges = tables.transfers.values.filter { $0.period == period }.map(\.charge)
    return PeriodSummary(
      period: period, users: tables.balances.keys.count { $0.period == period && $0.userID != nil },
      performances: charges.count, charsRaw: charges.map(\.raw).reduce(0, +),
      charsEffective: charges.map(\.effective).reduce(0, +),
      openReservations: tables.openReservations.count { $0.period == period && $0.expiresAt > now })
  }

  func audit() throws -> LedgerAudit {
    var sums: [LedgerAccount: Int] = [:]
    for entry in tables.entries { sums[entry.account, default: 0] += entry.amount }
    let committed = tables.reservations.values.joined().filter { $0.charge != nil }
    let references = Set(committed.map { LedgerTransfer.reference(of: $0.performanceID) })
    return LedgerAudit(
      misstatedAccounts: tables.balances.count { sums[$0.key] != $0.value },
      unbalancedTransfers: tables.transfers.values.count { $0.entries.map(\.amount).reduce(0, +) != 0 },
      commitsWithoutCharge: committed.count {
        tables.transfers[LedgerTransfer.reference(of: $0.performanceID)]?.charge != $0.charge
      },
      chargesWithoutCommit: tables.transfers.keys.count { !references.contains($0) })
  }
}
