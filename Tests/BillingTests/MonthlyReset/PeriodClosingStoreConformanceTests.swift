import BillingCore
import BillingMonthlyReset
import Foundation
import Persistence
import Testing

/// What every store of closings promises.
@Suite struct PeriodClosingStoreConformanceTests {
  private func closing(_ period: String, effective: Int = 40) -> PeriodClosing {
    PeriodClosing(
      summary: PeriodSummary(
        period: period, users: 1, performances: 2, charsRaw: 80, charsEffective: effective, openReservations: 0),
      closedAt: Date(milliseconds: 1_790_000_000_000))
  }

  @Test("A period is closed once; the first closing stays", arguments: StoreKind.allCases)
  func once(kind: StoreKind) async throws {
    try await withClosings(kind) { store in
      let results = [
        try await store.record(closing("2026-11")), try await store.record(closing("2026-11", effective: 99)),
        try await store.record(closing("2026-10")),
      ]

      #expect(results == [true, false, true])
      #expect(try await store.closings() == [closing("2026-10"), closing("2026-11")])
    }
  }

  @Test("Of closings at the same time exactly one is made", arguments: StoreKind.allCases)
  func race(kind: StoreKind) async throws {
    try await withClosings(kind) { store in
      let wins = try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<16 { group.addTask { try await store.record(closing("2026-11")) } }
        return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }

      #expect(wins == 1)
    }
  }

  private func withClosings(
    _ kind: StoreKind, _ body: (any PeriodClosingStore) async throws -> Void
  ) async throws {
    guard kind == .sqlite else { return try await body(MemoryPeriodClosingStore()) }
    let folder = FileManager.default.temporaryDirectory.appending(path: "closings-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let database = try Database(path: folder + "/billing.sqlite", migrations: GRDBPeriodClosingStore.migrations)
    try await body(GRDBPeriodClosingStore(database))
    try database.close()
  }
}
