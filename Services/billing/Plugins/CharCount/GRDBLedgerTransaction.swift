import BillingCore
import Foundation
import GRDB
import Persistence
import Schemas

/// The books within one database transaction; every statement is compiled once per connection.
struct GRDBLedgerTransaction: LedgerTransaction {
  private let connection: GRDB.Database

  init(_ connection: GRDB.Database) {
    self.connection = connection
  }

  func row(_ sql: String, _ arguments: StatementArguments = []) throws -> Row? {
    try connection.cachedRow(sql, arguments)
  }

  func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
    try connection.cachedRows(sql, arguments)
  }

  func number(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
    try Int.fetchOne(connection.cachedStatement(sql: sql), arguments: arguments) ?? 0
  }

  private func execute(_ sql: String, _ arguments: StatementArguments) throws {
    try connection.cachedExecute(sql, arguments)
  }

  func insert(_ reservation: Reservation) throws {
    try execute(
      """
      INSERT INTO reservation (
        performance_id, attempt, user_id, period, model, factor_millionths, max_raw, max_effective, reserved_at,
        expires_at, state
      ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'reserved')
      """,
      [
        reservation.performanceID, reservation.attempt, reservation.userID, reservation.period, reservation.model,
        reservation.factor.millionths, reservation.maxRaw, reservation.maxEffective,
        reservation.reservedAt.milliseconds, reservation.expiresAt.milliseconds,
      ])
  }

  func settle(_ reservation: Reservation) throws {
    let charge = reservation.charge
    try execute(
      """
      UPDATE reservation SET state = ?, chars_raw = ?, chars_effective = ?, provider_cost = ?
      WHERE performance_id = ? AND attempt = ?
      """,
      [
        reservation.state.name, charge?.raw, charge?.effective, charge?.providerCost, reservation.performanceID,
        reservation.attempt,
      ])
  }

  func expireReservations(dueAt now: Date) throws -> Int {
    try execute(
      "UPDATE reservation SET state = 'expired' WHERE state = 'reserved' AND expires_at <= ?", [now.milliseconds])
    return connection.changesCount
  }

  func post(_ transfer: LedgerTransfer) throws {
    try execute(
      """
      INSERT INTO ledger_transfer (
        reference, period, model, factor_millionths, chars_raw, chars_effective, provider_cost, recorded_at
      ) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        transfer.reference, transfer.period, transfer.model, transfer.factor.millionths, transfer.charge.raw,
        transfer.charge.effective, transfer.charge.providerCost, transfer.recordedAt.milliseconds,
      ])
    let id = connection.lastInsertedRowID
    for entry in transfer.entries { try book(entry, of: id) }
  }

  private func book(_ entry: LedgerEntry, of transfer: Int64) throws {
    let account = try number(
      """
      INSERT INTO ledger_account (name, user_id, period, balance) VALUES (?, ?, ?, ?)
      ON CONFLICT (name) DO UPDATE SET balance = balance + excluded.balance RETURNING id
      """,
      [entry.account.name, entry.account.userID, entry.account.period, entry.amount])
    try execute(
      "INSERT INTO ledger_entry (transfer_id, account_id, amount) VALUES (?, ?, ?)", [transfer, account, entry.amount])
  }

  func setMonthlyLimit(_ limit: Int?, for userID: String) throws {
    guard let limit else { return try execute("DELETE FROM user_limit WHERE user_id = ?", [userID]) }
    try execute(
      """
      INSERT INTO user_limit (user_id, monthly_limit) VALUES (?, ?)
      ON CONFLICT (user_id) DO UPDATE SET monthly_limit = excluded.monthly_limit
      """,
      [userID, limit])
  }
}
