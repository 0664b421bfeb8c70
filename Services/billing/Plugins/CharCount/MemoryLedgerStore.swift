import BillingCore
import Foundation
import Synchronization

/// The books in memory, for tests and rehearsals of rules.
package final class MemoryLedgerStore: LedgerStore {
  private let tables = Mutex(MemoryLedgerTables())

  package init() {}

  package func transact<Value: Sendable>(
    _ work: @escaping @Sendable (any LedgerTransaction) throws -> Value
  ) async throws -> Value {
    try tables.withLock { tables in
      let transaction = MemoryLedgerTransaction(tables)
      let value = try work(transaction)
      tables = transaction.tables
      return value
    }
  }

  package func read<Value: Sendable>(
    _ work: @escaping @Sendable (any LedgerReading) throws -> Value
  ) async throws -> Value {
    try work(MemoryLedgerTransaction(tables.withLock { $0 }))
  }
}

struct MemoryLedgerTables: Sendable {
  /// Attempts by performance, in order.
  var reservations: [String: [Reservation]] = [:]
  var transfers: [String: LedgerTransfer] = [:]
  var entries: [LedgerEntry] = []
  var balances: [LedgerAccount: Int] = [:]
  var limits: [String: Int] = [:]

  var openReservations: [Reservation] {
    reservations.values.joined().filter { $0.state == .reserved }
  }
}

/// A write that the books forbid: a reference or an attempt that exists, or a settled reservation.
enum MemoryLedgerViolation: Error {
  case duplicate
  case settledReservation
}
