import GRDB
import Persistence
import Testing

@Suite struct GroupCommitWriterTests {
  private struct Refused: Error {}

  @Test("Many writes at once are all there, and each caller gets its own answer")
  func many() async throws {
    try await TemporaryDatabase.with { database in
      let writer = GroupCommitWriter(database)

      let answers = try await withThrowingTaskGroup(of: Int.self) { group in
        for n in 0..<500 {
          group.addTask {
            try await writer.write { connection in
              try connection.execute(sql: "INSERT INTO rows VALUES (?)", arguments: [n])
              return n
            }
          }
        }
        return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
      }

      let stored = try await database.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM rows") }
      #expect(answers == Set(0..<500))
      #expect(stored == 500)
    }
  }

  @Test("A write that throws is undone alone")
  func oneFails() async throws {
    try await TemporaryDatabase.with { database in
      let writer = GroupCommitWriter(database)

      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await writer.write { try $0.execute(sql: "INSERT INTO rows VALUES (1)") } }
        group.addTask {
          await #expect(throws: Refused.self) {
            try await writer.write { connection in
              try connection.execute(sql: "INSERT INTO rows VALUES (2)")
              throw Refused()
            }
          }
        }
        try await group.waitForAll()
      }

      let stored = try await database.read { try Int.fetchAll($0, sql: "SELECT n FROM rows") }
      #expect(stored == [1])
    }
  }
}
