import BillingCharCount
import BillingCore
import Foundation
import Observability
import Schemas
import TestSupport
import Testing

@Suite struct CharacterLedgerTests {
  @Test("Reserve, commit: the user's count grows by the effective characters", arguments: StoreKind.allCases)
  func charge(kind: StoreKind) async throws {
    try await withLedger(kind) { bench in
      let reserved = try await bench.reserve("p1")
      let committed = try await bench.commit("p1", raw: 101)

      #expect(reserved.usage.used == 0)
      #expect(committed.usage.used == 51)
      #expect(committed.reservation.charge == Charge(raw: 101, effective: 51, providerCost: nil))
      try await bench.expectSound()
    }
  }

  @Test("Every step may be repeated and counts once", arguments: StoreKind.allCases)
  func repeated(kind: StoreKind) async throws {
    try await withLedger(kind) { bench in
      let reservations = [try await bench.reserve("p1"), try await bench.reserve("p1")]
      let commits = [try await bench.commit("p1", raw: 80), try await bench.commit("p1", raw: 80)]
      let afterwards = try await bench.reserve("p1")

      #expect(reservations.map(\.isNew) == [true, false])
      #expect(commits.map(\.isNew) == [true, false])
      #expect(afterwards.reservation == commits[0].reservation)
      #expect(afterwards.usage.used == 40)
      #expect(bench.metrics.value("ledger_commits_total") == 1)
      #expect(bench.metrics.value("ledger_chars_effective_total") == 40)
    }
  }

  @Test("What is reserved and what is charged together never pass the limit", arguments: StoreKind.allCases)
  func limit(kind: StoreKind) async throws {
    try await withLedger(kind, rules: LedgerRules(monthlyLimit: 250)) { bench in
      try await bench.reserve("p1")
      try await bench.reserve("p2")
      let usage = try await bench.ledger.usage(of: "u1")

      await #expect(throws: BillingError.characterLimitReached(usage)) { try await bench.reserve("p3") }
      try await bench.commit("p1", raw: 100)

      #expect(try await bench.reserve("p3").isNew)
      await #expect(throws: BillingError.self) { try await bench.reserve("p4", maxRaw: 3) }
    }
  }

  @Test("A limit can be used up to the last character", arguments: StoreKind.allCases)
  func exactLimit(kind: StoreKind) async throws {
    try await withLedger(kind, rules: LedgerRules(monthlyLimit: 100)) { bench in
      try await bench.reserve("p1", maxRaw: 200)
      let full = try await bench.commit("p1", raw: 200)

      #expect(full.usage.used == 100)
      await #expect(throws: BillingError.characterLimitReached(full.usage)) { try await bench.reserve("p2", maxRaw: 1) }
      #expect(try await bench.reserve("p3", model: "free").isNew)
    }
  }

  @Test("A user's own limit wins over the installation's default", arguments: StoreKind.allCases)
  func ownLimit(kind: StoreKind) async throws {
    try await withLedger(kind, rules: LedgerRules(monthlyLimit: 100)) { bench in
      _ = try await bench.ledger.setMonthlyLimit(10, for: "u1")

      await #expect(throws: BillingError.self) { try await bench.reserve("p1", maxRaw: 100) }
      #expect(try await bench.reserve("p2", user: "u2", maxRaw: 100).usage.limit == 100)
      #expect(try await bench.reserve("p3", maxRaw: 20).usage.limit == 10)
    }
  }

  @Test("The installation's limit guards the sum of all users", arguments: StoreKind.allCases)
  func installationLimit(kind: StoreKind) async throws {
    try await withLedger(kind, rules: LedgerRules(monthlyLimit: 4000, installationLimit: 150)) { bench in
      try await bench.reserve("p1")
      let reset = bench.ledger.calendar.period(containing: bench.clock.now).end

      await #expect(throws: BillingError.installationLimitReached(resetsAt: reset)) {
        try await bench.reserve("p2", user: "u2")
      }
      _ = try await bench.ledger.release("p1")

      #expect(try await bench.reserve("p2", user: "u2").isNew)
    }
  }

  @Test("An expired reservation holds nothing, charges nothing, and may be made anew", arguments: StoreKind.allCases)
  func expiry(kind: StoreKind) async throws {
    try await withLedger(kind, rules: LedgerRules(monthlyLimit: 100)) { bench in
      try await bench.reserve("p1")
      bench.clock.advance(by: .seconds(300))

      await #expect(throws: BillingError.reservationExpired) { try await bench.commit("p1", raw: 10) }
      #expect(try await bench.ledger.reservation("p1").reservation.state == .expired)
      let second = try await bench.reserve("p1")

      #expect(second.reservation.attempt == 2)
      #expect(try await bench.commit("p1", raw: 10).usage.used == 5)
    }
  }

  @Test("Room that was given to another stays given when the clock jumps back", arguments: StoreKind.allCases)
  func clockJumpsBack(kind: StoreKind) async throws {
    try await withLedger(kind, rules: LedgerRules(monthlyLimit: 100)) { bench in
      try await bench.reserve("p1")
      bench.clock.advance(by: .seconds(300))
      try await bench.reserve("p2")
      bench.clock.advance(by: .seconds(-200))

      await #expect(throws: BillingError.reservationExpired) { try await bench.commit("p1", raw: 200) }
      #expect(try await bench.commit("p2", raw: 200).usage.used == 100)
    }
  }

  @Test("A released performance may be reserved again, with its history kept", arguments: StoreKind.allCases)
  func reserveAfterRelease(kind: StoreKind) async throws {
    try await withLedger(kind) { bench in
      try await bench.reserve("p1")
      _ = try await bench.ledger.release("p1")
      let second = try await bench.reserve("p1", maxRaw: 90, model: "other")

      #expect(second.reservation.attempt == 2)
      #expect(second.isNew)
    }
  }

  @Test("A release after the charge is a conflict and the charge stays", arguments: StoreKind.allCases)
  func releaseAfterCommit(kind: StoreKind) async throws {
    try await withLedger(kind) { bench in
      try await bench.reserve("p1")
      try await bench.commit("p1", raw: 80)

      await #expect(throws: BillingError.reservationConflict) { try await bench.ledger.release("p1") }
      #expect(try await bench.ledger.usage(of: "u1").used == 40)
    }
  }

  @Test(
    "A reservation that straddles the month's end is charged to the month in which it was made",
    arguments: StoreKind.allCases)
  func straddling(kind: StoreKind) async throws {
    try await withLedger(kind, start: "2026-11-30T22:59:00Z", zone: try #require(TimeZone(identifier: "Europe/Madrid")))
    {
      bench in
      try await bench.reserve("p1")
      bench.clock.advance(by: .seconds(120))
      let committed = try await bench.commit("p1", raw: 80)

      #expect(committed.reservation.period == "2026-11")
      #expect(committed.usage.used == 0)
      #expect(committed.usage.period.id == "2026-12")
      #expect(
        try await bench.ledger.history(of: "u1") == [AccountHistory(period: "2026-11", used: 40, performances: 1)])
      try await bench.expectSound()
    }
  }

  @Test("A new month starts at zero without any job", arguments: StoreKind.allCases)
  func newMonth(kind: StoreKind) async throws {
    try await withLedger(kind, rules: LedgerRules(monthlyLimit: 100), start: "2026-11-30T23:00:00Z") { bench in
      try await bench.reserve("p1")
      try await bench.commit("p1", raw: 200)
      bench.clock.advance(by: .seconds(3600))

      let usage = try await bench.ledger.usage(of: "u1")

      #expect(usage.used == 0)
      #expect(usage.answer(at: bench.clock.now).daysUntilReset == 31)
      #expect(try await bench.reserve("p2").isNew)
    }
  }

  @Test("A free model and an empty text cost nothing, yet settle", arguments: StoreKind.allCases)
  func free(kind: StoreKind) async throws {
    try await withLedger(kind) { bench in
      try await bench.reserve("p1", model: "free")
      try await bench.reserve("p2")

      #expect(try await bench.commit("p1", raw: 200).usage.used == 0)
      #expect(try await bench.commit("p2", raw: 0).usage.used == 0)
      try await bench.expectSound()
    }
  }

  @Test("Unknown models and performances are told apart from refusals", arguments: StoreKind.allCases)
  func unknown(kind: StoreKind) async throws {
    try await withLedger(kind) { bench in
      await #expect(throws: BillingError.unknownModel) { try await bench.reserve("p1", model: "unknown") }
      await #expect(throws: BillingError.reservationNotFound) { try await bench.commit("p1", raw: 1) }
      await #expect(throws: BillingError.reservationNotFound) { try await bench.ledger.release("p1") }
      await #expect(throws: BillingError.reservationNotFound) { try await bench.ledger.reservation("p1") }
    }
  }

  @Test("A sweep writes expiries down and tells how many are open", arguments: StoreKind.allCases)
  func sweep(kind: StoreKind) async throws {
    try await withLedger(kind) { bench in
      try await bench.reserve("p1")
      bench.clock.advance(by: .seconds(200))
      try await bench.reserve("p2")
      bench.clock.advance(by: .seconds(100))

      try await bench.ledger.sweep()

      #expect(bench.metrics.value("ledger_reservations_open") == 1)
      #expect(bench.metrics.value("ledger_reservations_expired_total") == 1)
    }
  }
}
