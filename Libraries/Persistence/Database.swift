import Foundation
import GRDB
import Logging

/// One service's SQLite database: WAL, foreign keys on, every commit on disk before it is answered.
///
/// Owned by the host that opened it; `nil` path opens a private one in a temporary folder, for tests.
package final class Database: Sendable {
  package let pool: DatabasePool
  package let path: String
  /// A connection that no task ever holds while it waits for something.
  private let lookUps: DatabaseQueue
  private static let busySeconds = 5

  /// Opens the file, creating its folder, and applies the migrations that it lacks, in order.
  package init(path: String, migrations: [Migration]) throws {
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    var configuration = Configuration()
    configuration.busyMode = .timeout(TimeInterval(Self.busySeconds))
    configuration.prepareDatabase { database in
      // Savepoints of a group would otherwise write every page that they touch to a temporary file.
      // What was deleted is overwritten, not only forgotten.
      try database.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON")
    }
    self.path = path
    pool = try DatabasePool(path: path, configuration: configuration)
    // Only now: opening a pool sets NORMAL, whatever was prepared.
    try pool.writeWithoutTransaction { try $0.syncing(.everyCommit) }
    try Self.migrate(pool, migrations)
    lookUps = try DatabaseQueue(path: path, configuration: Self.readingOnly)
  }

  private static var readingOnly: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(TimeInterval(busySeconds))
    return configuration
  }

  package func read<Value: Sendable>(
    _ work: @Sendable @escaping (GRDB.Database) throws -> Value
  ) async throws -> Value {
    try await pool.read(work)
  }

  /// One statement, as committed now, on the caller's own thread: for a few rows that an index finds, which take less
  /// time than changing threads does. Waits for the disk where they are not in memory and for other calls of this
  /// function, and never for a writer or a task.
  package func lookUp<Value>(_ statement: (GRDB.Database) throws -> Value) throws -> Value {
    try lookUps.unsafeRead(statement)
  }

  /// Runs in one transaction; an error rolls it back.
  package func write<Value: Sendable>(
    _ work: @Sendable @escaping (GRDB.Database) throws -> Value
  ) async throws -> Value {
    try await pool.write(work)
  }

  /// As ``write(_:)``, but answered before it is on disk: a crash of the process loses nothing, a power cut may. For what
  /// can be found out again from what other commits have kept; the next of those takes it to the disk.
  package func writeRecoverable<Value: Sendable>(
    _ work: @Sendable @escaping (GRDB.Database) throws -> Value
  ) async throws -> Value {
    // Its own task: where a cancelled one may not ask SQLite anything, the connection would stay as it is.
    try await Task { [pool] in
      try await pool.writeWithoutTransaction { database in
        try database.syncing(.checkpoints)
        defer { try? database.syncing(.everyCommit) }
        var value: Value?
        try database.inTransaction {
          value = try work(database)
          return .commit
        }
        guard let value else { throw CancellationError() }
        return value
      }
    }.value
  }

  /// Empties the write-ahead log, which may still hold what was deleted. Left to a later call where somebody goes on
  /// reading: writers wait no longer than a fifth of a second for it.
  package func emptyLog() async throws {
    try await pool.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA busy_timeout = 200")
      defer { try? database.execute(sql: "PRAGMA busy_timeout = \(Self.busySeconds * 1000)") }
      do {
        _ = try database.checkpoint(.truncate)
      } catch DatabaseError.SQLITE_BUSY, DatabaseError.SQLITE_LOCKED {
        return
      }
    }
  }

  package var isReadable: Bool {
    get async { (try? await pool.read { try Int.fetchOne($0, sql: "SELECT 1") }) == 1 }
  }

  package func close() throws {
    try lookUps.close()
    try pool.close()
  }

  private static func migrate(_ pool: DatabasePool, _ migrations: [Migration]) throws {
    var migrator = DatabaseMigrator()
    for migration in migrations {
      migrator.registerMigration(migration.name) { try migration.apply($0) }
    }
    try migrator.migrate(pool)
  }
}

extension GRDB.Database {
  fileprivate enum Syncing: String {
    case everyCommit = "FULL"
    case checkpoints = "NORMAL"
  }

  /// What waits for the disk from here on; not within a transaction.
  fileprivate func syncing(_ what: Syncing) throws {
    try execute(sql: "PRAGMA synchronous = \(what.rawValue)")
  }
}
