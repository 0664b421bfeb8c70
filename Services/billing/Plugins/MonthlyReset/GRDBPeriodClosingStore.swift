import BillingCore
import Foundation
import GRDB
import Persistence

/// Closings in SQLite.
package struct GRDBPeriodClosingStore: PeriodClosingStore {
  package static let migrations = [
    Migration(
      "monthlyReset.1-closings",
      sql: """
        CREATE TABLE period_closing (
          period TEXT PRIMARY KEY,
          users INTEGER NOT NULL,
          performances INTEGER NOT NULL,
          chars_raw INTEGER NOT NULL,
          chars_effective INTEGER NOT NULL,
          closed_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """)
  ]

  private let database: Persistence.Database

  package init(_ database: Persistence.Database) {
    self.database = database
  }

  package func closings() async throws -> [PeriodClosing] {
    try await database.read { connection in
      try Row.fetchAll(connection, sql: "SELECT * FROM period_closing ORDER BY period").map(PeriodClosing.init)
    }
  }

  package func record(_ closing: PeriodClosing) async throws -> Bool {
    let summary = closing.summary
    return try await database.write { connection in
      try connection.execute(
        sql: """
          INSERT OR IGNORE INTO period_closing (period, users, performances, chars_raw, chars_effective, closed_at)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          summary.period, summary.users, summary.performances, summary.charsRaw, summary.charsEffective,
          closing.closedAt.milliseconds,
        ])
      return connection.changesCount == 1
    }
  }
}

extension PeriodClosing {
  fileprivate init(_ row: Row) {
    self.init(
      summary: PeriodSummary(
        period: row["period"], users: row["users"], performances: row["performances"], charsRaw: row["chars_raw"],
        charsEffective: row["chars_effective"], openReservations: 0),
      closedAt: Date(milliseconds: row["closed_at"]))
  }
}
