import BillingCharCount
import BillingCore
import BillingMonthlyReset
import Foundation
import Logging
import TestSupport
import Testing

@Suite struct MonthlyResetTests {
  private func reset(_ bench: LedgerBench, _ closings: any PeriodClosingStore) -> MonthlyReset {
    MonthlyReset(
      books: bench.ledger, closings: closings, calendar: bench.ledger.calendar, clock: bench.clock.wallClock,
      logger: Logger(label: "test"))
  }

  @Test("An ended month is closed once with its sums, whoever asks how often")
  func closes() async throws {
    try await withLedger(.memory, start: "2026-11-30T12:00:00Z") { bench in
      let closings = MemoryPeriodClosingStore()
      let reset = reset(bench, closings)
      try await bench.reserve("p1")
      try await bench.commit("p1", raw: 80)

      let early = try await reset.run()
      bench.clock.advance(by: .seconds(13 * 3600))
      let runs = [try await reset.run(), try await reset.run()]

      #expect(early.isEmpty)
      #expect(runs.map(\.count) == [1, 0])
      #expect(
        runs[0].first?.summary
          == PeriodSummary(
            period: "2026-11", users: 1, performances: 1, charsRaw: 80, charsEffective: 40, openReservations: 0))
      #expect(try await closings.closings() == runs[0])
    }
  }

  @Test("A month stays open while a reservation can still be charged to it")
  func waitsForReservations() async throws {
    try await withLedger(.memory, start: "2026-11-30T23:59:00Z") { bench in
      let reset = reset(bench, MemoryPeriodClosingStore())
      try await bench.reserve("p1")
      try await bench.commit("p1", raw: 80)
      try await bench.reserve("p2")

      bench.clock.advance(by: .seconds(120))
      let tooEarly = try await reset.run()
      try await bench.commit("p2", raw: 20)
      let closed = try await reset.run()

      #expect(tooEarly.isEmpty)
      #expect(closed.map(\.summary.charsEffective) == [50])
    }
  }

  @Test("Months that nobody closed in time are closed together, oldest first")
  func catchesUp() async throws {
    try await withLedger(.memory, start: "2026-09-15T12:00:00Z") { bench in
      for month in 1...3 {
        try await bench.reserve("p\(month)")
        try await bench.commit("p\(month)", raw: 2 * month)
        bench.clock.advance(by: .seconds(30 * 86_400))
      }

      let closed = try await reset(bench, MemoryPeriodClosingStore()).run()

      #expect(closed.map(\.summary.period) == ["2026-09", "2026-10", "2026-11"])
      #expect(closed.map(\.summary.charsEffective) == [1, 2, 3])
    }
  }
}
