/// Bounds of a ``RedisClient``.
package struct RedisConfiguration: Sendable {
  /// For the connection, and again for each command of the log-in.
  package var connectTimeout: Duration
  /// From handing over a command to its reply. When it runs out the connection is given up, since replies come in order.
  package var commandTimeout: Duration
  /// After a failed connection commands fail at once for this long; doubled per failure up to `longestPause`.
  package var firstPause: Duration
  package var longestPause: Duration

  package init(
    connectTimeout: Duration = .seconds(1), commandTimeout: Duration = .seconds(2),
    firstPause: Duration = .milliseconds(50), longestPause: Duration = .seconds(2)
  ) {
    self.connectTimeout = connectTimeout
    self.commandTimeout = commandTimeout
    self.firstPause = firstPause
    self.longestPause = longestPause
  }
}
