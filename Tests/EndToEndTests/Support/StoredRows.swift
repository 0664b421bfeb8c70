import Foundation
import GRDB
import OutboundHTTP
import Schemas
import ServiceClients
import ServiceHTTP
import ServiceHost
import TestSupport
import Testing

/// How much is stored: rows of every table of every database, and files beside them.
enum StoredRows {
  /// Tables that record refused attempts or the passing of time, which bad input may add to.
  private static let watchOnly: Set = ["audit", "audit_log", "grdb_migrations", "sqlite_sequence"]

  static func count(in folder: String) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
    for file in files where file.hasSuffix(".sqlite") {
      let queue = try DatabaseQueue(path: "\(folder)/\(file)", configuration: readOnly)
      try queue.read { database in
        let tables = try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
        for table in tables where !watchOnly.contains(table) {
          counts["\(file):\(table)"] = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM \"\(table)\"") ?? 0
        }
      }
    }
    counts["files"] = files.filter { !$0.contains(".sqlite") }.count
    return counts
  }

  /// What the answers of all confirmed notes say that they cost. No note may be left in another state.
  static func deliveredCharacters(in folder: String) throws -> Int {
    try DatabaseQueue(path: folder + "/voice.sqlite", configuration: readOnly).read { database in
      let answers = try String.fetchAll(database, sql: "SELECT answer FROM notes WHERE state = 'confirmed'")
      let left = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM notes WHERE state != 'confirmed'") ?? 0
      #expect(left == 0, "notes that are not settled")
      return try answers.map { try WireJSON.decode(PerformAnswer.self, from: Array($0.utf8)).charsUsedEffective }
        .reduce(0, +)
    }
  }

  private static var readOnly: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    return configuration
  }
}
