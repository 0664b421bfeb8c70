import BillingCharCount
import BillingCore
import Foundation
import TestSupport
import Testing

/// Many tasks at once, in whatever order the scheduler likes, against the invariants.
@Suite struct LedgerInterleavingTests {
  private static let limit = 600

  @Test(
    "Whatever order steps come in: the limit holds, nobody is charged twice, and the books balance",
    arguments: StoreKind.allCases, [1, 2, 3] as [UInt64])
  func interleavings(kind: StoreKind, seed: UInt64) async throws {
    let rules = LedgerRules(monthlyLimit: Self.limit, installationLimit: 1500)
    try await withLedger(kind, rules: rules) { bench in
      await withTaskGroup { group in
        for task in 0..<12 {
          group.addTask { await Self.act(on: bench, Generator(seed: seed &* 1000 &+ UInt64(task))) }
        }
      }

      try await bench.expectSound()
      for user in 0..<4 { try await Self.expectWithinLimit(bench, user: "u\(user)") }
      try await bench.store.read { books in
        let all = try books.installationStanding(in: "2026-11")
        let users = try (0..<4).map { try books.standing(of: "u\($0)", in: "2026-11").used }
        #expect(all.used == users.reduce(0, +))
        #expect(all.used + all.reserved <= 1500)
      }
    }
  }

  private static func act(on bench: LedgerBench, _ random: Generator) async {
    var random = random
    for _ in 0..<60 {
      let performance = Int.random(in: 0..<40, using: &random)
      let id = "p\(performance)"
      let user = "u\(performance % 4)"
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<4: _ = try? await bench.reserve(id, user: user, maxRaw: 200)
      case 4..<8: _ = try? await bench.commit(id, raw: 1 + performance * 5)
      case 8: _ = try? await bench.ledger.release(id)
      default: bench.clock.advance(by: .seconds(40))
      }
      try? await expectWithinLimit(bench, user: user)
    }
  }

  private static func expectWithinLimit(_ bench: LedgerBench, user: String) async throws {
    let standing = try await bench.store.read { try $0.standing(of: user, in: "2026-11") }
    #expect(standing.used + standing.reserved <= limit)
  }
}

/// SplitMix64: the same seed, the same steps.
private struct Generator: RandomNumberGenerator, Sendable {
  var seed: UInt64

  mutating func next() -> UInt64 {
    seed &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (seed ^ (seed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
