/// How long to leave a server alone after failures in a row: doubled each time, up to a bound, with jitter.
struct ReconnectPause {
  let first: Duration
  let longest: Duration
  private var failures = 0

  init(_ bounds: RedisConfiguration) {
    first = bounds.firstPause
    longest = bounds.longestPause
  }

  /// - Parameter jitter: 0…1; the pause is between half and all of the bound for this failure.
  mutating func next(jitter: Double) -> Duration {
    let bound = min(longest, first * (1 << min(failures, 20)))
    failures += 1
    return bound * (0.5 + jitter / 2)
  }

  mutating func reset() {
    failures = 0
  }
}
