import BillingCharCount
import BillingCore
import Capabilities
import Foundation
import Logging
import Observability
import Persistence
import Schemas

/// Measures reserve + commit pairs per second on a real file with every commit flushed:
/// `ledger-benchmark [callers] [pairs per caller]`. Build it with `-c release`.
@main
enum Main {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let callers = arguments.first ?? 256
    let pairs = arguments.dropFirst().first ?? 50
    let folder = FileManager.default.currentDirectoryPath + "/ledger-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let database = try Database(path: folder + "/billing.sqlite", migrations: LedgerMigrations.all)
    let ledger = ledger(over: database)
    for round in 1...3 {
      let time = try await ContinuousClock().measure { try await run(ledger, round, callers: callers, pairs: pairs) }
      print("round \(round): \(Int(Double(callers * pairs) / (time / .seconds(1)))) pairs/s")
    }
    print(try await ledger.audit().isSound ? "The ledger is sound." : "The ledger contradicts itself.")
    try database.close()
  }

  private static func ledger(over database: Database) -> CharacterLedger {
    CharacterLedger(
      store: GRDBLedgerStore(database),
      prices: ModelPrices(factor: { _, _ in CostFactor(millionths: 500_000) }, list: { _ in [] }),
      calendar: BillingCalendar(timeZone: .gmt), rules: LedgerRules(monthlyLimit: 1_000_000_000), clock: .system,
      observer: LedgerObserver(
        metrics: MetricRegistry(), logger: Logger(label: "benchmark") { _ in SwiftLogNoOpLogHandler() }))
  }

  private static func run(_ ledger: CharacterLedger, _ round: Int, callers: Int, pairs: Int) async throws {
    try await withThrowingTaskGroup { group in
      for caller in 0..<callers {
        group.addTask {
          for pair in 0..<pairs {
            let id = "\(round)-\(caller)-\(pair)"
            _ = try await ledger.reserve(userID: "user-\(caller % 50)", performanceID: id, maxRaw: 200, model: "m")
            _ = try await ledger.commit(id, raw: 101, providerCost: 50)
          }
        }
      }
      try await group.waitForAll()
    }
  }
}
