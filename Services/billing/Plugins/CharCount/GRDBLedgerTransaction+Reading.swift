import BillingCore
import Foundation
import GRDB

extension GRDBLedgerTransaction {
  func latestReservation(of performanceID: String) throws -> Reservation? {
    try row(
      "SELECT * FROM reservation WHERE performance_id = ? ORDER BY attempt DESC LIMIT 1", [performanceID]
    ).map(Reservation.init)
  }

  func standing(of userID: String, in period: String) throws -> AccountStanding {
    let row = try row(
      """
      SELECT
        (SELECT balance FROM ledger_account WHERE name = ?) AS used,
        (SELECT SUM(max_effective) FROM reservation
          WHERE state = 'reserved' AND user_id = ? AND period = ?) AS reserved,
        (SELECT monthly_limit FROM user_limit WHERE user_id = ?) AS own_limit
      """,
      [LedgerAccount.user(userID, period: period).name, userID, period, userID])
    return AccountStanding(used: row?["used"] ?? 0, reserved: row?["reserved"] ?? 0, ownLimit: row?["own_limit"])
  }

  func installationStanding(in period: String) throws -> InstallationStanding {
    let row = try row(
      """
      SELECT
        (SELECT -balance FROM ledger_account WHERE name = ?) AS used,
        (SELECT SUM(max_effective) FROM reservation WHERE state = 'reserved' AND period = ?) AS reserved
      """,
      [LedgerAccount.installation(period: period).name, period])
    return InstallationStanding(used: row?["used"] ?? 0, reserved: row?["reserved"] ?? 0)
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

extension Reservation {
  fileprivate init(_ row: Row) {
    self.init(
      performanceID: row["performance_id"], attempt: row["attempt"], userID: row["user_id"], period: row["period"],
      model: row["model"], factor: CostFactor(millionths: row["factor_millionths"]), maxRaw: row["max_raw"],
      reservedAt: Date(milliseconds: row["reserved_at"]), expiresAt: Date(milliseconds: row["expires_at"]),
      state: ReservationState(row))
  }
}

extension ReservationState {
  fileprivate init(_ row: Row) {
    switch row["state"] as String {
    case "reserved": self = .reserved
    case "released": self = .released
    case "expired": self = .expired
    default:
      self = .committed(
        Charge(raw: row["chars_raw"], effective: row["chars_effective"], providerCost: row["provider_cost"]))
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
