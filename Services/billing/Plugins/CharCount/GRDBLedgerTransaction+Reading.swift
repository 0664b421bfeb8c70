import BillingCore
import Foundation
import GRDB
import Schemas

extension GRDBLedgerTransaction {
  func latestReservation(of performanceID: String) throws -> Reservation? {
    try row(
      """
      SELECT performance_id, attempt, user_id, period, model, factor_millionths, max_raw, reserved_at, expires_at,
        state, chars_raw, chars_effective, provider_cost
      FROM reservation WHERE performance_id = ? ORDER BY attempt DESC LIMIT 1
      """,
      [performanceID]
    ).map(Reservation.init)
  }

  func standing(of userID: String, in period: String) throws -> AccountStanding {
    let row = try row(
      """
      SELECT
        (SELECT balance FROM ledger_account WHERE name = ?),
        (SELECT SUM(max_effective) FROM reservation
          WHERE state = 'reserved' AND user_id = ? AND period = ?),
        (SELECT monthly_limit FROM user_limit WHERE user_id = ?)
      """,
      [LedgerAccount.user(userID, period: period).name, userID, period, userID])
    return AccountStanding(used: row?[0] ?? 0, reserved: row?[1] ?? 0, ownLimit: row?[2])
  }

  func installationStanding(in period: String) throws -> InstallationStanding {
    let row = try row(
      """
      SELECT
        (SELECT -balance FROM ledger_account WHERE name = ?),
        (SELECT SUM(max_effective) FROM reservation WHERE state = 'reserved' AND period = ?)
      """,
      [LedgerAccount.installation(period: period).name, period])
    return InstallationStanding(used: row?[0] ?? 0, reserved: row?[1] ?? 0)
  }

  func history(of userID: String) throws -> [AccountHistory] {
    try rows(
      """
      SELECT a.period AS period, a.balance AS used, COUNT(e.id) AS performances
      FROM ledger_account a JOIN ledger_entry e ON e.account_id = a.id
      WHERE a.user_id = ? GROUP BY a.id ORDER BY a.period DESC
      """,
      [userID]
    ).map { AccountHistory(period: $0["period"], used: $0["used"], performances: $0["performances"]) }
  }

  func openReservations() throws -> Int {
    try number("SELECT COUNT(*) FROM reservation WHERE state = 'reserved'")
  }
}

/// Columns by position, in the order of the one statement that reads them: a look-up by name costs more than the read.
extension Reservation {
  fileprivate init(_ row: Row) {
    self.init(
      performanceID: row[0], attempt: row[1], userID: row[2], period: row[3], model: row[4],
      factor: CostFactor(millionths: row[5]), maxRaw: row[6], reservedAt: Date(milliseconds: row[7]),
      expiresAt: Date(milliseconds: row[8]), state: ReservationState(row))
  }
}

extension ReservationState {
  fileprivate init(_ row: Row) {
    switch row[9] as String {
    case "reserved": self = .reserved
    case "released": self = .released
    case "expired": self = .expired
    default: self = .committed(Charge(raw: row[10], effective: row[11], providerCost: row[12]))
    }
  }

  var name: String {
    switch self {
    case .reserved: "reserved"
    case .committed: "committed"
    case .released: "released"
    case .expired: "expired"
    }
  }
}
