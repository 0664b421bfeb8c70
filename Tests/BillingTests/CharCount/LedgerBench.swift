import BillingCharCount
import BillingCore
import Foundation
import Logging
import Observability
import Persistence
import Schemas
import TestSupport
import Testing

/// The kinds of store that a conformance suite runs against.
enum StoreKind: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case memory, sqlite

  var testDescription: String { rawValue }
}

/// A ledger over one kind of store with a clock that the test moves.
struct LedgerBench: Sendable {
  static let factor = CostFactor(millionths: 500_000)

  let ledger: CharacterLedger
  let store: any LedgerStore
  let clock: ManualClock
  let metrics = MetricRegistry()

  init(_ store: any LedgerStore, rules: LedgerRules, start: String, zone: TimeZone) throws {
    self.store = store
    clock = try ManualClock(start)
    let prices = ModelPrices(
      factor: { model, _ in
        guard model != "unknown" else { throw BillingError.unknownModel }
        return model == "free" ? CostFactor(millionths: 0) : Self.factor
      },
      list: { _ in [] })
    ledger = CharacterLedger(
      store: store, prices: prices, calendar: BillingCalendar(timeZone: zone), rules: rules, clock: clock.wallClock,
      observer: LedgerObserver(
        metrics: metrics, logger: Logger(label: "ledger") { _ in SwiftLogNoOpLogHandler() }))
  }

  @discardableResult
  func reserve(
    _ performanceID: String, user: String = "u1", maxRaw: Int = 200, model: String = "turbo"
  ) async throws -> ReservationStanding {
    try await ledger.reserve(userID: user, performanceID: performanceID, maxRaw: maxRaw, model: model)
  }

  @discardableResult
  func commit(_ performanceID: String, raw: Int) async throws -> ReservationStanding {
    try await ledger.commit(performanceID, raw: raw, providerCost: nil)
  }

  /// Holds the books against themselves.
  func expectSound(_ location: SourceLocation = #_sourceLocation) async throws {
    let audit = try await ledger.audit()
    #expect(audit.isSound, "\(audit)", sourceLocation: location)
  }
}

/// Runs `body` with a ledger whose store is gone afterwards.
func withLedger(
  _ kind: StoreKind, rules: LedgerRules = LedgerRules(monthlyLimit: 4000), start: String = "2026-11-22T21:00:00Z",
  zone: TimeZone = .gmt, _ body: (LedgerBench) async throws -> Void
) async throws {
  switch kind {
  case .memory: try await body(LedgerBench(MemoryLedgerStore(), rules: rules, start: start, zone: zone))
  case .sqlite:
    try await withLedgerDatabase { database in
      try await body(LedgerBench(GRDBLedgerStore(database), rules: rules, start: start, zone: zone))
    }
  }
}

func withLedgerDatabase(_ body: (Persistence.Database) async throws -> Void) async throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)").path
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let database = try Persistence.Database(path: folder + "/billing.sqlite", migrations: LedgerMigrations.all)
  try await body(database)
  try database.close()
}
