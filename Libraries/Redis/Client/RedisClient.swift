import Synchronization

/// Commands to one Redis server over one pipelined connection.
///
/// Connects at the first command and again after a break. While the server cannot be reached, commands fail at once for
/// a growing pause, so that callers can turn to their fallback. Cancelling a task does not withdraw its command, whose
/// wait is bounded by ``RedisConfiguration``.
package final class RedisClient: Sendable {
  private let slot: ConnectionSlot
  private let bounds: RedisConfiguration
  let scriptHashes = Mutex<[String: String]>([:])

  /// - Parameter url: see ``RedisAddress``.
  package convenience init(
    url: String, configuration: RedisConfiguration = RedisConfiguration()
  ) throws(RedisError) {
    self.init(address: try RedisAddress(url: url), configuration: configuration)
  }

  /// Opens nothing yet: the first command does.
  package init(address: RedisAddress, configuration: RedisConfiguration = RedisConfiguration()) {
    bounds = configuration
    slot = ConnectionSlot(address: address, bounds: configuration)
  }

  /// The server's reply. An error reply is thrown as `refused`.
  package func send(_ command: [RedisArgument]) async throws(RedisError) -> RedisValue {
    try await slot.connection().send(command, within: bounds.commandTimeout)
  }

  /// The same with the words one by one: `send("SET", "key", "value")`.
  package func send(_ words: RedisArgument...) async throws(RedisError) -> RedisValue {
    try await send(words)
  }

  /// Closes the connection; commands that wait fail with `connectionLost`, later ones with `closed`.
  package func close() {
    slot.close()
  }
}
