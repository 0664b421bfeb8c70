import GRDB
import Persistence

/// The books in SQLite. Transactions that arrive together share one flush to disk.
package struct GRDBLedgerStore: LedgerStore {
  private let database: Persistence.Database
  private let writer: GroupCommitWriter

  /// - Parameter database: with ``LedgerMigrations`` applied.
  package init(_ database: Persistence.Database) {
    self.database = database
    writer = GroupCommitWriter(database)
  }

  package func transact<Value: Sendable>(
    _ work: @escaping @Sendable (any LedgerTransaction) throws -> Value
  ) async throws -> Value {
    try await withoutSQL { try await writer.write { try work(GRDBLedgerTransaction($0)) } }
  }

  package func read<Value: Sendable>(
    _ work: @escaping @Sendable (any LedgerReading) throws -> Value
  ) async throws -> Value {
    try await withoutSQL { try await database.read { try work(GRDBLedgerTransaction($0)) } }
  }

  private func withoutSQL<Value>(_ work: () async throws -> Value) async throws -> Value {
    do {
      return try await work()
    } catch let error as DatabaseError {
      throw LedgerStorageError(code: error.extendedResultCode)
    }
  }
}

/// A failure of the database by its result code; the statement stays out of logs.
struct LedgerStorageError: Error, CustomStringConvertible {
  let code: ResultCode

  var description: String { "SQLite \(code)" }
}
