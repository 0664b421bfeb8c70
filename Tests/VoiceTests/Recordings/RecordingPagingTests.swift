import Foundation
import Schemas
import Testing
import VoiceCore

/// Pages read while rows come and go, the same for the same seed.
private struct PagingRun {
  let store: any RecordingStore
  var random: SplitMix64
  var now = Date(milliseconds: 1_763_800_000_000)
  var present: Set<String> = []
  var removed: Set<String> = []
  private var made = 0

  init(_ store: any RecordingStore, seed: UInt64) {
    self.store = store
    random = SplitMix64(state: seed)
  }

  mutating func insert() async throws {
    let dates = [nil, "2025-11-20", "2025-11-22", "2030-01-01", "today", "yesterday", "-3d"]
    let times = [nil, "00:00", "12:30", "23:59"]
    let id = "r\(UInt64.random(in: 0...99_999, using: &random))-\(made)"
    made += 1
    try await store.add(
      Recording(
        id: id, userID: "u", kind: .decoy, title: nil, date: dates.randomElement(using: &random) ?? nil,
        time: times.randomElement(using: &random) ?? nil,
        createdAt: now.addingTimeInterval(-Double(Int.random(in: 0...3, using: &random)) * 40_000),
        durationSeconds: 1, byteCount: 1, blob: BlobID(stored: "decoys/\(id)")))
    present.insert(id)
  }

  mutating func remove() async throws {
    guard let id = present.sorted().randomElement(using: &random) else { return }
    _ = try await store.remove(id, of: "u", at: now)
    present.remove(id)
    removed.insert(id)
  }

  /// A few changes, and now and then a midnight.
  mutating func disturb() async throws {
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      if Bool.random(using: &random) { try await insert() } else { try await remove() }
    }
    if Int.random(in: 0...3, using: &random) == 0 { now += 86_400 }
  }

  /// Every row of every page, with the text of the cursor carried from page to page as a client does.
  mutating func readAll() async throws -> [Recording] {
    var rows: [Recording] = []
    var query = RecordingQuery(limit: Int.random(in: 1...7, using: &random), asOf: now)
    while true {
      let page = try await store.page(of: "u", query)
      guard let last = page.last else { return rows }
      rows += page
      query.after = RecordingCursor(RecordingCursor(last, asOf: query.asOf).text)
      query.asOf = query.after.flatMap { ShownDate.start(of: $0.asOf) } ?? now
      try await disturb()
    }
  }
}

private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("Pages while rows come and go")
struct RecordingPagingTests {
  private static let seeds =
    ProcessInfo.processInfo.environment["VOICEMEMOS_TEST_LONG"] == "1" ? UInt64(1)...1000 : UInt64(1)...40

  @Test(
    "No row is repeated, none that stays is skipped, and midnight changes nothing",
    arguments: RecordingStoreKind.allCases)
  func pages(kind: RecordingStoreKind) async throws {
    for seed in Self.seeds {
      try await kind.with { _, _, store in
        var run = PagingRun(store, seed: seed)
        for _ in 0..<Int.random(in: 0...30, using: &run.random) { try await run.insert() }
        let (first, start) = (run.present, run.now)

        let rows = try await run.readAll()

        let order = rows.map { [$0.sortDate(at: start), $0.sortTime, "\($0.createdAt.milliseconds)", $0.id] }
        #expect(Set(rows.map(\.id)).count == rows.count, "seed \(seed)")
        #expect(first.subtracting(run.removed).isSubset(of: rows.map(\.id)), "seed \(seed)")
        #expect(order == order.sorted { $1.lexicographicallyPrecedes($0) }, "seed \(seed)")
      }
    }
  }

  @Test("A cursor reads back what it wrote and nothing else")
  func cursorText() throws {
    let recording = Recording(
      id: "a-b", userID: "u", kind: .decoy, title: nil, date: "-3d", time: nil, createdAt: Date(milliseconds: 5),
      durationSeconds: 1, byteCount: 1, blob: BlobID(stored: "decoys/1"))
    let cursor = RecordingCursor(recording, asOf: Date(milliseconds: 1_763_800_000_000))

    #expect(RecordingCursor(cursor.text) == cursor)
    #expect(cursor.asOf == "2025-11-22" && cursor.sortDate == "2025-11-19")
    for text in ["", "x", "YQ", cursor.text + "A", String(cursor.text.dropLast(9))] {
      #expect(RecordingCursor(text) != cursor)
    }
  }
}
