/// A lease on a key, held by whoever's token is stored there until it expires.
///
/// The lease guards against doubled work, not against a holder that was paused past its end: fence what must not be
/// written twice in the store itself.
package struct RedisLock: Sendable {
  private let client: RedisClient

  package init(_ client: RedisClient) {
    self.client = client
  }

  /// - Parameter token: unique to this holder, for example a random id.
  /// - Returns: `false` when somebody holds the key, also when it is the same token.
  package func acquire(_ key: String, token: String, ttl: Duration) async throws(RedisError) -> Bool {
    let reply = try await client.send(
      "SET", RedisArgument(key), RedisArgument(token), "NX", "PX", RedisArgument(ttl.leaseMilliseconds))
    return !reply.isNull
  }

  /// Sets the lease's remaining time to `ttl`.
  ///
  /// - Returns: `false` when the lease is no longer the token's.
  package func renew(_ key: String, token: String, ttl: Duration) async throws(RedisError) -> Bool {
    try await client.run(
      Self.renewal, keys: [key], arguments: [RedisArgument(token), RedisArgument(ttl.leaseMilliseconds)]) == .integer(1)
  }

  /// - Returns: `false` when the lease was no longer the token's; nothing is removed then.
  @discardableResult
  package func release(_ key: String, token: String) async throws(RedisError) -> Bool {
    try await client.run(Self.removal, keys: [key], arguments: [RedisArgument(token)]) == .integer(1)
  }

  private static let renewal = RedisScript(
    "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) else return 0 end")

  private static let removal = RedisScript(
    "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) else return 0 end")
}

extension Duration {
  /// At least one: Redis refuses a time to live of zero.
  fileprivate var leaseMilliseconds: Int64 {
    max(1, components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000)
  }
}
