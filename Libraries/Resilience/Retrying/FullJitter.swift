/// Pauses between tries: a random part of a bound that doubles, so that clients of one outage do not come back together.
package struct FullJitter: Sendable, Equatable {
  /// Bound of the first pause.
  package var base: Duration
  package var longest: Duration

  package init(base: Duration = .milliseconds(200), longest: Duration = .seconds(2)) {
    self.base = base
    self.longest = longest
  }

  /// - Parameters:
  ///   - retry: 0 for the first repetition.
  ///   - random: 0…1.
  package func pause(before retry: Int, random: Double) -> Duration {
    min(base * (1 << min(retry, 16)), longest) * random
  }
}
