import Foundation
import SpeechProviders
import Testing
import VoiceCore
import VoicePool

@Suite("The pool's decisions")
struct PoolStateMachineTests {
  private let now = Date(timeIntervalSince1970: 1_000_000)

  /// A pool with voices `a`, `b`, … of users `A`, `B`, …, the first used longest ago.
  private func pool(_ capacity: Int?, voices: Int) -> PoolStateMachine {
    var pool = PoolStateMachine(capacity: capacity)
    for index in 0..<voices {
      let letter = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index)))
      #expect(pool.reserve(letter, for: letter.uppercased(), at: now) == .granted)
      pool.created(letter, by: letter, for: letter.uppercased(), at: now.addingTimeInterval(Double(index - 100)))
    }
    return pool
  }

  @Test("Below capacity a place is granted")
  func grant() {
    var pool = pool(2, voices: 1)

    #expect(pool.reserve("x", for: "X", at: now) == .granted)
    #expect(pool.size == 2)
  }

  @Test("A full pool gives up the least recently used voice, whose place goes to who claimed it")
  func eviction() {
    var pool = pool(2, voices: 2)

    #expect(pool.reserve("x", for: "X", at: now) == .evict(voiceID: "a"))
    pool.vacated("a")

    #expect(pool.reserve("y", for: "Y", at: now) == .evict(voiceID: "b"))
    #expect(pool.reserve("x", for: "X", at: now) == .granted)
    pool.created("v", by: "x", for: "X", at: now)
    #expect(pool.size == 2 && pool.contains("v"))
  }

  @Test("Concurrent creations never overshoot")
  func concurrency() {
    var pool = pool(3, voices: 1)

    let answers = (0..<5).map { pool.reserve("\($0)", for: "\($0)", at: now) }

    #expect(answers[0] == .granted && answers[1] == .granted)
    #expect(answers[2] == .evict(voiceID: "a"))
    #expect(answers[3] == .busy(retryAfter: .seconds(2)) && answers[4] == answers[3])
    #expect(pool.size == 3)
  }

  @Test("A leased voice is not given up; its place is asked for again soon")
  func leases() {
    var pool = pool(1, voices: 1)
    let isLeased = pool.lease("a", as: "l", at: now, until: now.addingTimeInterval(9))
    #expect(isLeased)

    #expect(pool.reserve("x", for: "X", at: now) == .busy(retryAfter: .seconds(2)))
    let isDeletable = pool.retire("a", at: now)
    #expect(!isDeletable)

    pool.endLease("l")
    #expect(pool.reserve("x", for: "X", at: now) == .evict(voiceID: "a"))
  }

  @Test("An expired lease protects no more")
  func expiry() {
    var pool = pool(1, voices: 1)
    let isLeased = pool.lease("a", as: "l", at: now, until: now.addingTimeInterval(9))
    #expect(isLeased)

    #expect(pool.reserve("x", for: "X", at: now.addingTimeInterval(9)) == .evict(voiceID: "a"))
  }

  @Test("A voice that is being given up is not leased")
  func noLeaseOnVictims() {
    var pool = pool(1, voices: 1)
    _ = pool.reserve("x", for: "X", at: now)

    let isLeased = pool.lease("a", as: "l", at: now, until: .distantFuture)
    #expect(!isLeased)
    let isUnknownLeased = pool.lease("unknown", as: "l", at: now, until: .distantFuture)
    #expect(!isUnknownLeased)
  }

  @Test("An updater's own voice goes first, never a stranger's")
  func ownFirst() {
    var pool = pool(2, voices: 2)

    #expect(pool.reserve("x", for: "B", at: now) == .evict(voiceID: "b"))
    pool.creationFailed("x")
    let isLeased = pool.lease("b", as: "l", at: now, until: now.addingTimeInterval(5))
    #expect(isLeased)

    #expect(pool.reserve("x", for: "B", at: now) == .busy(retryAfter: .seconds(2)))
  }

  @Test("A shared voice is a stranger's too, and stays until its last owner leaves")
  func shared() {
    var pool = pool(2, voices: 2)
    let isShared = pool.share("b", with: "A")
    #expect(isShared)
    #expect(pool.reserve("x", for: "B", at: now) == .evict(voiceID: "a"))
    pool.creationFailed("x")

    pool.leave("b", of: "A")
    #expect(pool.contains("b"))
    #expect(pool.reserve("x", for: "B", at: now) == .evict(voiceID: "b"))
    pool.creationFailed("x")
    pool.leave("b", of: "B")

    #expect(!pool.contains("b"))
    let isStillShared = pool.share("b", with: "A")
    #expect(!isStillShared && pool.freeCount == 0)
  }

  @Test("What is in the deletion queue anyway goes before anything else")
  func retiringFirst() {
    var pool = pool(2, voices: 2)
    let isDeletable = pool.retire("b", at: now)
    #expect(isDeletable)

    #expect(pool.reserve("x", for: "A", at: now) == .evict(voiceID: "b"))
  }

  @Test("A creation that fails gives its place back")
  func failure() {
    var pool = pool(1, voices: 0)
    #expect(pool.reserve("x", for: "X", at: now) == .granted)
    #expect(pool.reserve("y", for: "Y", at: now) == .busy(retryAfter: .seconds(2)))

    pool.creationFailed("x")

    #expect(pool.reserve("y", for: "Y", at: now) == .granted)
  }

  @Test("Without a single slot of ours the pool is exhausted, without a bound nothing is ever given up")
  func bounds() {
    var none = PoolStateMachine(capacity: 0)
    var unbounded = pool(nil, voices: 20)

    #expect(none.reserve("x", for: "X", at: now) == .exhausted)
    #expect(unbounded.reserve("x", for: "X", at: now) == .granted)
  }

  @Test("A pool that lost capacity gives up as many voices as it must")
  func shrinking() {
    var pool = pool(3, voices: 3)
    pool.capacity = 2

    #expect(pool.reserve("x", for: "X", at: now) == .evict(voiceID: "a"))
    pool.vacated("a")
    #expect(pool.reserve("x", for: "X", at: now) == .evict(voiceID: "b"))
    pool.vacated("b")

    #expect(pool.reserve("x", for: "X", at: now) == .granted)
    #expect(pool.size == 2)
  }

  @Test("The provider's list decides, except over what came or went while it was read")
  func listing() {
    var pool = pool(9, voices: 2)
    pool.beginListing()
    let start = now
    _ = pool.reserve("n", for: "N", at: now)
    pool.created("new", by: "n", for: "N", at: now)
    pool.vacated("b")

    let listed = ["b", "orphan"].map { KnownVoice(id: $0, owners: [], lastUsedAt: .distantPast) }
    pool.adopt(listed, askedAt: start, at: now)

    #expect(!pool.contains("a") && !pool.contains("b"))
    #expect(pool.contains("new") && pool.contains("orphan"))
    #expect(pool.orphanCount == 1)
  }

  @Test("After a restart a voice that may still speak is protected")
  func restoring() {
    var pool = PoolStateMachine(capacity: 1)
    pool.restore(
      [KnownVoice(id: "a", owners: ["A"], lastUsedAt: now.addingTimeInterval(-100))], leaseTime: 120, at: now)

    #expect(pool.reserve("x", for: "X", at: now) == .busy(retryAfter: .seconds(2)))
    #expect(pool.reserve("x", for: "X", at: now.addingTimeInterval(20)) == .evict(voiceID: "a"))
  }

  @Test("The most recently touched voice stands first")
  func touching() {
    var pool = pool(3, voices: 3)

    #expect(pool.touch("a", at: now)?.position == 0)
    #expect(pool.touch("b", at: now.addingTimeInterval(-1))?.position == 1)
    #expect(pool.touch("unknown", at: now) == nil)
  }
}

@Suite("How many slots are ours")
struct PoolCapacityTests {
  @Test(
    "The limit less what is foreign, lowered by configuration, 10 where it cannot be read",
    arguments: [
      (nil, 30, 4, 26), (8, 30, 4, 8), (50, 30, 0, 30), (nil, nil, 0, 10), (nil, nil, 3, 7), (nil, 3, 5, 0),
    ] as [(Int?, Int?, Int, Int)])
  func own(configured: Int?, limit: Int?, foreign: Int, expected: Int) {
    #expect(PoolCapacity(configured: configured, voiceLimit: limit, foreign: foreign).own == expected)
  }

  @Test("Renames stop at a reserve, creations at the end of the allowance")
  func budget() {
    var budget = AddEditBudget(
      VoiceAllowance(
        voiceLimit: 9, voicesUsed: 0, addEditLimit: 10, addEditsUsed: 4, creditsUsed: 0, creditLimit: 0))
    #expect(budget.allowsCreation && budget.allowsRename)

    budget.spend()
    #expect(budget.allowsCreation && !budget.allowsRename)
    for _ in 0..<5 { budget.spend() }

    #expect(!budget.allowsCreation)
    #expect(AddEditBudget().allowsCreation && AddEditBudget().allowsRename)
  }

  @Test("Waiting for a deletion doubles up to an hour")
  func backoff() {
    #expect([0, 1, 5, 30].map(DeletionBackoff.seconds) == [2, 4, 64, 3600])
  }
}
