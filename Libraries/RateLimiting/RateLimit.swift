/// How often something may happen: `burst` at once, then `perMinute` evenly.
package struct RateLimit: Sendable, Equatable {
  package var burst: Int
  package var perMinute: Int

  package init(burst: Int, perMinute: Int) {
    self.burst = burst
    self.perMinute = perMinute
  }

  /// Reads `burst/per_minute`, for example `5/10`; both 1…1 000 000.
  package init?(_ text: String) {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    guard numbers.count == 2, numbers.allSatisfy({ (1...1_000_000).contains($0) }) else { return nil }
    self.init(burst: numbers[0], perMinute: numbers[1])
  }

  package var text: String { "\(burst)/\(perMinute)" }

  /// Time that one request takes to be forgotten.
  var interval: Duration { .seconds(60) / perMinute }
}
