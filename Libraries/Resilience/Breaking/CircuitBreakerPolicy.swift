/// When a circuit opens, and for how long.
package struct CircuitBreakerPolicy: Sendable, Equatable {
  /// Requests are judged together for this long, then counting begins anew.
  package var window: Duration
  /// Fewer failures within a window never open the circuit.
  package var minimumFailures: Int
  /// Share of a window's requests, 0…1, that must have failed.
  package var failureRatio: Double
  /// How long the circuit stays open the first time; doubled each time the probe fails.
  package var firstPause: Duration
  package var longestPause: Duration
  /// A probe without an outcome is given up after this time, and another request may be the probe.
  package var probePatience: Duration

  package init(
    window: Duration = .seconds(20), minimumFailures: Int = 5, failureRatio: Double = 0.5,
    firstPause: Duration = .seconds(5), longestPause: Duration = .seconds(60), probePatience: Duration = .seconds(30)
  ) {
    self.window = window
    self.minimumFailures = minimumFailures
    self.failureRatio = failureRatio
    self.firstPause = firstPause
    self.longestPause = longestPause
    self.probePatience = probePatience
  }
}
