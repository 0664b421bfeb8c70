import GRDB
import Persistence
import Testing

/// What SQLite waits for before a commit is answered: 2 is FULL, 1 is NORMAL (sqlite.org/pragma.html#pragma_synchronous).
@Suite struct DurabilityTests {
  private func synchronous(_ database: GRDB.Database) throws -> Int? {
    try Int.fetchOne(database, sql: "PRAGMA synchronous")
  }

  @Test("Every commit is on disk before it is answered")
  func everyCommit() async throws {
    try await TemporaryDatabase.with { database in
      let level = try await database.write { try synchronous($0) }
      let journal = try await database.write { try String.fetchOne($0, sql: "PRAGMA journal_mode") }

      #expect(level == 2 && journal == "wal")
    }
  }

  @Test("A cancelled caller's write is whole, and leaves the connection as it was")
  func cancelled() async throws {
    try await TemporaryDatabase.with { database in
      let caller = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try? await database.writeRecoverable { try $0.execute(sql: "INSERT INTO rows VALUES (3)") }
      }
      _ = await caller.value

      let (level, rows) = try await database.write { connection in
        (try synchronous(connection), try Int.fetchAll(connection, sql: "SELECT n FROM rows"))
      }
      #expect(level == 2 && rows == [3])
    }
  }

  @Test("Only a write that can be found out again does not wait for the disk, whether it succeeds or fails")
  func recoverable() async throws {
    try await TemporaryDatabase.with { database in
      let level = try await database.writeRecoverable { connection in
        try connection.execute(sql: "INSERT INTO rows VALUES (1)")
        return try synchronous(connection)
      }
      await #expect(throws: DatabaseError.self) {
        try await database.writeRecoverable { connection in
          try connection.execute(sql: "INSERT INTO rows VALUES (2)")
          try connection.execute(sql: "no SQL")
        }
      }
      let (afterwards, rows) = try await database.write { connection in
        (try synchronous(connection), try Int.fetchAll(connection, sql: "SELECT n FROM rows"))
      }

      #expect(level == 1 && afterwards == 2 && rows == [1])
    }
  }
}
