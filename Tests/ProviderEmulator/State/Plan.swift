/// What the plans of ElevenLabs include, cheapest first.
struct Plan: Sendable {
  var tier: String
  var concurrency: Int
  var voices: Int
  var addEdits: Int
  var credits: Int

  private static let all = [
    Plan(tier: "free", concurrency: 2, voices: 3, addEdits: 20, credits: 10_000),
    Plan(tier: "starter", concurrency: 3, voices: 10, addEdits: 50, credits: 30_000),
    creator,
    Plan(tier: "pro", concurrency: 10, voices: 160, addEdits: 230, credits: 600_000),
    Plan(tier: "scale_2024_08_10", concurrency: 15, voices: 660, addEdits: 700, credits: 1_800_000),
    Plan(tier: "enterprise", concurrency: 15, voices: 660, addEdits: 2_000, credits: 6_000_000),
  ]
  private static let creator = Plan(tier: "creator", concurrency: 5, voices: 30, addEdits: 95, credits: 121_000)

  static func named(_ tier: String) -> Plan { all.first { $0.tier == tier } ?? creator }

  /// Whether `tier` is at least as high as `least`; plans outside the ladder count as high.
  static func reaches(_ tier: String, _ least: String) -> Bool {
    let ladder = all.map(\.tier)
    guard let own = ladder.firstIndex(of: tier), let needed = ladder.firstIndex(of: least) else { return true }
    return own >= needed
  }
}
