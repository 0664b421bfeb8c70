import Persistence

/// The books in SQLite. Transactions that arrive together share one flush to disk.
package struct GRDBLedgerStore: LedgerStore {
  private let database: Database
  private let writer: GroupCommitWriter

  /// - Parameter database: with ``LedgerMigrations`` applied.
  package init(_ database: Database) {
    self.database = database
    writer = GroupCommitWriter(database)
  }

  package func transact<Value: Sendable>(
    _ work: @escaping @Sendable (any LedgerTransaction) throws -> Value
  ) async throws -> Value {
    try await writer.write { try work(GRDBLedgerTransaction($0)) }
  }

  package func read<Value: Sendable>(
    _ work: @escaping @Sendable (any LedgerReading) throws -> Value
  ) async throws -> Value {
    try await database.read { try work(GRDBLedgerTransaction($0)) }
  }
}
