import BillingCharCount
import BillingCore
import Foundation
import Schemas
import TestSupport
import Testing

/// What every ledger store promises.
@Suite struct LedgerStoreConformanceTests {
  private let start = Date(milliseconds: 1_790_000_000_123)

  private func reservation(_ id: String, attempt: Int = 1, user: String = "u1", period: String = "2026-11")
    -> Reservation
  {
    Reservation(
      performanceID: id, attempt: attempt, userID: user, period: period, model: "turbo", factor: LedgerBench.factor,
      maxRaw: 200, reservedAt: start, expiresAt: start + 300, state: .reserved)
  }

  private func charged(_ reservation: Reservation, raw: Int = 101) -> Reservation {
    var charged = reservation
    charged.state = .committed(Charge(raw: raw, effective: reservation.factor.effective(raw: raw), providerCost: 7))
    return charged
  }

  @Test("A reservation is read back as it was written, in every state", arguments: StoreKind.allCases)
  func readBack(kind: StoreKind) async throws {
    try await withLedger(kind) { bench in
      for (index, state) in [ReservationState.reserved, charged(reservation("")).state, .released, .expired]
        .enumerated()
      {
        var wanted = reservation("p\(index)")

        try await bench.store.transact { [wanted] in try $0.insert(wanted) }
        wanted.state = state
        if state != .reserved { try await bench.store.transact { [wanted] in try $0.settle(wanted) } }

        #expect(try await bench.store.read { try $0.latestReservation(of: "p\(index)") } == wanted)
      }
    }
  }

  @Test("The latest attempt is found, and an attempt is never written twice", arguments: StoreKind.allCases)
  func attempts(kind: StoreKind) async throws {
    try await withLedger(kind) { bench in
      var first = reservation("p1")
      first.state = .released
      try await bench.store.transact { try $0.insert(reservation("p1")) }
      try await bench.store.transact { [first] in try $0.settle(first) }

      try await bench.store.transact { try $0.insert(reservation("p1", attempt: 2)) }

      #expect(try await bench.store.read { try $0.latestReservation(of: "p1")?.attempt } == 2)
      await #expect(throws: (any Error).self) {
        try await bench.store.transact { try $0.insert(reservation("p1", attempt: 2)) }
      }
    }
  }

  @Test("A settled reservation never changes", arguments: StoreKind.allCases)
  func settledOnce(kind: StoreKind) async throws {
    try await withLedger(kind) { bench in
      var released = reservation("p1")
      released.state = .released
      try await bench.store.transact { try $0.insert(reservation("p1")) }
      try await bench.store.transact { [released] in try $0.settle(released) }

      await #expect(throws: (any Error).self) {
        try await bench.store.transact { try $0.settle(charged(reservation("p1"))) }
      }
      #expect(try await bench.store.read { try $0.latestReservation(of: "p1")?.state } == .released)
    }
  }

  @Test("A performance is charged once at most", arguments: StoreKind.allCases)
  func chargedOnce(kind: StoreKind) async throws {
    try await withLedger(kind) { bench in
      let transfer = try #require(
        charged(reservation("p1")).charge.map { LedgerTransfer($0, for: reservation("p1"), at: start) })
      try await bench.store.transact { try $0.post(transfer) }

      await #expect(throws: (any Error).self) { try await bench.store.transact { try $0.post(transfer) } }
      #expect(try await bench.store.read { try $0.standing(of: "u1", in: "2026-11") }.used == 51)
    }
  }

  @Test("Work that throws leaves nothing behind", arguments: StoreKind.allCases)
  func rolledBack(kind: StoreKind) async throws {
    struct Stop: Error {}
    try await withLedger(kind) { bench async throws in
      await #expect(throws: Stop.self) {
        try await bench.store.transact { books in
          try books.insert(reservation("p1"))
          try books.post(
            LedgerTransfer(Charge(raw: 9, effective: 5, providerCost: nil), for: reservation("p1"), at: start))
          try books.setMonthlyLimit(1, for: "u1")
          throw Stop()
        }
      }

      #expect(try await bench.store.read { try $0.latestReservation(of: "p1") } == nil)
      #expect(
        try await bench.store.read { try $0.standing(of: "u1", in: "2026-11") }
          == AccountStanding(used: 0, reserved: 0, ownLimit: nil))
    }
  }

  @Test("Standings count what is charged and what is held, per user and for all", arguments: StoreKind.allCases)
  func standings(kind: StoreKind) async throws {
    try await withLedger(kind) { bench in
      try await bench.store.transact { books in
        try books.insert(reservation("p1"))
        try books.insert(reservation("p2", user: "u2"))
        try books.insert(reservation("p3", period: "2026-10"))
        try books.insert(reservation("p4"))
        try books.settle(charged(reservation("p4")))
        try books.post(
          LedgerTransfer(Charge(raw: 101, effective: 51, providerCost: 7), for: reservation("p4"), at: start))
        try books.setMonthlyLimit(900, for: "u1")
      }

      try await bench.store.read { books throws in
        #expect(try books.standing(of: "u1", in: "2026-11") == AccountStanding(used: 51, reserved: 100, ownLimit: 900))
        #expect(try books.standing(of: "u2", in: "2026-11") == AccountStanding(used: 0, reserved: 100, ownLimit: nil))
        #expect(try books.installationStanding(in: "2026-11") == InstallationStanding(used: 51, reserved: 200))
        #expect(try books.openReservations() == 3)
        #expect(try books.audit() == LedgerAudit())
      }
    }
  }

  @Test("Only due reservations expire, once", arguments: StoreKind.allCases)
  func expiry(kind: StoreKind) async throws {
    try await withLedger(kind) { bench in
      var later = reservation("p2")
      later.expiresAt = start + 300.001
      try await bench.store.transact { [later] books in
        try books.insert(reservation("p1"))
        try books.insert(later)
      }

      let counts = try await bench.store.transact { books in
        [try books.expireReservations(dueAt: start + 300), try books.expireReservations(dueAt: start + 300)]
      }

      #expect(counts == [1, 0])
      #expect(try await bench.store.read { try $0.latestReservation(of: "p1")?.state } == .expired)
      #expect(try await bench.store.read { try $0.latestReservation(of: "p2")?.state } == .reserved)
    }
  }

  @Test("Periods are summed and listed in order", arguments: StoreKind.allCases)
  func periods(kind: StoreKind) async throws {
    try await withLedger(kind) { bench in
      try await bench.store.transact { books in
        for (id, user, period) in [("p1", "u1", "2026-11"), ("p2", "u2", "2026-11"), ("p3", "u1", "2026-10")] {
          let charge = Charge(raw: 10, effective: 5, providerCost: nil)
          try books.post(LedgerTransfer(charge, for: reservation(id, user: user, period: period), at: start))
        }
        try books.insert(reservation("p4"))
      }

      try await bench.store.read { books throws in
        #expect(try books.periodsWithCharges() == ["2026-10", "2026-11"])
        #expect(
          try books.summary(of: "2026-11", at: start)
            == PeriodSummary(
              period: "2026-11", users: 2, performances: 2, charsRaw: 20, charsEffective: 10, openReservations: 1))
        #expect(try books.summary(of: "2026-11", at: start + 300).openReservations == 0)
        #expect(
          try books.history(of: "u1") == [
            AccountHistory(period: "2026-11", used: 5, performances: 1),
            AccountHistory(period: "2026-10", used: 5, performances: 1),
          ])
      }
    }
  }

  @Test("An own limit can be set, changed and taken back", arguments: StoreKind.allCases)
  func limits(kind: StoreKind) async throws {
    try await withLedger(kind) { bench in
      var seen: [Int?] = []

      for limit in [10, 20, nil] {
        try await bench.store.transact { try $0.setMonthlyLimit(limit, for: "u1") }
        seen.append(try await bench.store.read { try $0.standing(of: "u1", in: "2026-11").ownLimit })
      }

      #expect(seen == [10, 20, nil])
    }
  }
}
