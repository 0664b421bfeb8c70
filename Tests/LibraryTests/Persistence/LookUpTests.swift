import Foundation
import GRDB
import Persistence
import Synchronization
import Testing

/// Readings on the callers' own threads, beside those that wait for a connection.
@Suite struct LookUpTests {
  @Test("What was written is found at once")
  func latest() async throws {
    try await TemporaryDatabase.with { database in
      for row in 1...50 {
        try await database.write { try $0.execute(sql: "INSERT INTO rows VALUES (?)", arguments: [row]) }

        let found = try database.lookUp {
          try Int.fetchOne($0, sql: "SELECT n FROM rows WHERE n = ?", arguments: [row])
        }

        #expect(found == row)
      }
    }
  }

  @Test("A reading that left rows unread holds nothing back: the next one sees what came, and the log can be emptied")
  func unread() async throws {
    try await TemporaryDatabase.with { database in
      let newest = "SELECT n FROM rows ORDER BY n DESC"
      for row in 1...3 {
        try await database.write { try $0.execute(sql: "INSERT INTO rows VALUES (?)", arguments: [row]) }
        #expect(try database.lookUp { try $0.cachedRow(newest)?[0] as Int? } == row)
      }

      try await database.emptyLog()

      let log = try FileManager.default.attributesOfItem(atPath: database.path + "-wal")[.size] as? Int
      #expect(log == 0)
    }
  }

  @Test("It cannot write")
  func readOnly() async throws {
    try await TemporaryDatabase.with { database in
      #expect(throws: DatabaseError.self) {
        try database.lookUp { try $0.execute(sql: "INSERT INTO rows VALUES (1)") }
      }
    }
  }

  /// Tasks that wait for a connection give it back on the very threads that a blocking reading would hold.
  @Test("Any number of them beside any number of readings comes to an end")
  func noDeadlock() async throws {
    let watchdog = Watchdog(after: 60, "readings wait for each other")
    defer { watchdog.rest() }
    try await TemporaryDatabase.with { database in
      let read: @Sendable (GRDB.Database) throws -> Int? = { try Int.fetchOne($0, sql: "SELECT count(*) FROM rows") }

      try await withThrowingTaskGroup(of: Int?.self) { group in
        for turn in 0..<2_000 {
          group.addTask { turn.isMultiple(of: 2) ? try await database.read(read) : try database.lookUp(read) }
        }
        for try await count in group { #expect(count == 0) }
      }
    }
  }
}

/// Ends the process where a deadlock holds every thread that could report it.
private final class Watchdog: Sendable {
  private let isResting = Mutex(false)

  init(after seconds: Double, _ what: String) {
    Thread.detachNewThread { [weak self] in
      Thread.sleep(forTimeInterval: seconds)
      guard let self, !self.isResting.withLock({ $0 }) else { return }
      fatalError("After \(seconds) s \(what).")
    }
  }

  func rest() { isResting.withLock { $0 = true } }
}
