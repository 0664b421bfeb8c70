import Redis
import Synchronization

/// Slots that all replicas count together, kept in Redis with an expiry each.
///
/// While Redis does not answer the slots of this process are counted alone. That is announced when it begins and when it
/// ends; the provider's own limit is then kept by its refusals.
package final class RedisSlotCounter: SlotCounter {
  package var renewal: Duration? { .seconds(10) }

  private static let expiry = 30_000
  private static let limitExpiry = 3_600_000

  private let redis: RedisClient
  private let key: String
  private let local = MemorySlotCounter()
  private let isAlone = Mutex(false)
  private let announce: @Sendable (_ isAlone: Bool) -> Void

  /// - Parameters:
  ///   - name: of what is counted, for example `elevenlabs:fast`.
  ///   - announce: called at each change between counting together and counting alone.
  package init(_ redis: RedisClient, name: String, announce: @escaping @Sendable (_ isAlone: Bool) -> Void) {
    self.redis = redis
    key = "provider:slots:{\(name)}"
    self.announce = announce
  }

  package func take(_ token: String, limit: Int?, initial: Int) async -> Bool {
    let reply = await asking { () async throws(RedisError) in
      try await redis.run(
        Self.taking, keys: [key, limitKey],
        arguments: [
          RedisArgument(limit ?? 0), RedisArgument(initial), RedisArgument(Self.expiry), RedisArgument(token),
        ])
    }
    guard let reply else { return await local.take(token, limit: limit, initial: initial) }
    if reply == .integer(1) { local.note(token) }
    return reply == .integer(1)
  }

  package func renew(_ token: String) async {
    _ = await asking { () async throws(RedisError) in
      try await redis.run(Self.renewing, keys: [key], arguments: [RedisArgument(Self.expiry), RedisArgument(token)])
    }
  }

  package func give(_ token: String) async {
    await local.give(token)
    _ = await asking { () async throws(RedisError) in
      try await redis.send("ZREM", RedisArgument(key), RedisArgument(token))
    }
  }

  package func share(limit: Int) async {
    _ = await asking { () async throws(RedisError) in
      try await redis.send(
        "SET", RedisArgument(limitKey), RedisArgument(limit), "PX", RedisArgument(Self.limitExpiry))
    }
  }

  private var limitKey: String { key + ":limit" }

  private func asking(_ command: () async throws(RedisError) -> RedisValue) async -> RedisValue? {
    do throws(RedisError) {
      let reply = try await command()
      become(alone: false)
      return reply
    } catch {
      become(alone: true)
      return nil
    }
  }

  private func become(alone: Bool) {
    let isNew = isAlone.withLock { isAlone in
      defer { isAlone = alone }
      return isAlone != alone
    }
    if isNew { announce(alone) }
  }
}

// MARK: - One step each at the server, by the server's own clock

extension RedisSlotCounter {
  private static let taking = RedisScript(
    """
    local time = redis.call('TIME')
    local now = time[1] * 1000 + math.floor(time[2] / 1000)
    local limit = tonumber(ARGV[1])
    if limit == 0 then limit = tonumber(redis.call('GET', KEYS[2]) or ARGV[2]) end
    redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
    if redis.call('ZCARD', KEYS[1]) >= limit then return 0 end
    redis.call('ZADD', KEYS[1], now + ARGV[3], ARGV[4])
    redis.call('PEXPIRE', KEYS[1], ARGV[3])
    return 1
    """)

  /// Counts the slot again where the server has lost it: its request is under way.
  private static let renewing = RedisScript(
    """
    local time = redis.call('TIME')
    redis.call('ZADD', KEYS[1], time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[1], ARGV[2])
    return redis.call('PEXPIRE', KEYS[1], ARGV[1])
    """)
}
