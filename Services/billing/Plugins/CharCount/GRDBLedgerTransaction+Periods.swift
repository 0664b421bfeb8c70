import BillingCore
import Foundation
import GRDB

extension GRDBLedgerTransaction {
  func periodsWithCharges() throws -> [String] {
    try rows("SELECT DISTINCT period FROM ledger_account ORDER BY period").map { $0["period"] }
  }

  func summary(of period: String, at now: Date) throws -> PeriodSummary {
    let row = try row(
      """
      SELECT COUNT(*) AS performances, SUM(chars_raw) AS raw, SUM(chars_effective) AS effective,
        (SELECT COUNT(*) FROM ledger_account WHERE period = ?1 AND user_id IS NOT NULL) AS users,
        (SELECT COUNT(*) FROM reservation WHERE state = 'reserved' AND period = ?1 AND expires_at > ?2) AS open
      FROM ledger_transfer WHERE period = ?1
      """,
      [period, now.milliseconds])
    return PeriodSummary(
      period: period, users: row?["users"] ?? 0, performances: row?["performances"] ?? 0, charsRaw: row?["raw"] ?? 0,
      charsEffective: row?["effective"] ?? 0, openReservations: row?["open"] ?? 0)
  }

  func audit() throws -> LedgerAudit {
    LedgerAudit(
      misstatedAccounts: try number(
        """
        SELECT COUNT(*) FROM ledger_account a
        WHERE balance <> (SELECT COALESCE(SUM(amount), 0) FROM ledger_entry WHERE account_id = a.id)
        """),
      unbalancedTransfers: try number(
        """
        SELECT COUNT(*) FROM (
          SELECT t.id FROM ledger_transfer t LEFT JOIN ledger_entry e ON e.transfer_id = t.id
          GROUP BY t.id HAVING COUNT(e.id) <> 2 OR SUM(e.amount) <> 0)
        """),
      commitsWithoutCharge: try number(
        """
        SELECT COUNT(*) FROM reservation r WHERE state = 'committed' AND NOT EXISTS (
          SELECT 1 FROM ledger_transfer t
          WHERE t.reference = 'performance:' || r.performance_id AND t.chars_effective = r.chars_effective)
        """),
      chargesWithoutCommit: try number(
        """
        SELECT COUNT(*) FROM ledger_transfer t WHERE NOT EXISTS (
          SELECT 1 FROM reservation r
          WHERE r.performance_id = substr(t.reference, length('performance:') + 1) AND r.state = 'committed')
        """))
  }
}
