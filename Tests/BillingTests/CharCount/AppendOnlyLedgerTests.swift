import BillingCharCount
import BillingCore
import Foundation
import GRDB
import Persistence
import Testing

@Suite struct AppendOnlyLedgerTests {
  @Test(
    "The database itself refuses to change or remove what is booked",
    arguments: [
      "UPDATE ledger_entry SET amount = 0", "DELETE FROM ledger_entry",
      "UPDATE ledger_transfer SET chars_effective = 0",
      "DELETE FROM ledger_transfer", "UPDATE reservation SET state = 'released'",
    ])
  func refused(sql: String) async throws {
    try await withLedgerDatabase { database in
      let bench = try LedgerBench(
        GRDBLedgerStore(database), rules: LedgerRules(monthlyLimit: 4000), start: "2026-11-22T21:00:00Z", zone: .gmt)
      try await bench.reserve("p1")
      try await bench.commit("p1", raw: 80)

      await #expect(throws: DatabaseError.self) { try await database.write { try $0.execute(sql: sql) } }

      #expect(try await bench.ledger.usage(of: "u1").used == 40)
    }
  }
}
