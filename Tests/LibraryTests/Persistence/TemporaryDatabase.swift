import Foundation
import Persistence

enum TemporaryDatabase {
  /// Lends a database with the table `rows`, and removes it with its folder.
  static func with(_ work: (Persistence.Database) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "database-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let database = try Persistence.Database(
      path: folder.appending(path: "t.sqlite").path,
      migrations: [Migration("t.1-rows", sql: "CREATE TABLE rows (n INTEGER PRIMARY KEY) STRICT")])
    try await work(database)
    try database.close()
  }
}
