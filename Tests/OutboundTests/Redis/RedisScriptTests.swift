import Redis
import Testing

@Suite("Redis scripts and leases")
struct RedisScriptTests {
  @Test("A script gets its keys and arguments, also after the server has forgotten it")
  func script() async throws {
    try await withRedis { client in
      let script = RedisScript("redis.call('SET', KEYS[1], ARGV[1]); return {KEYS[1], ARGV[1], 7}")
      let expected = RedisValue.array([.string([107]), .string([118]), .integer(7)])

      let first = try await client.run(script, keys: ["k"], arguments: ["v"])
      _ = try await client.send("SCRIPT", "FLUSH")
      let second = try await client.run(script, keys: ["k"], arguments: ["v"])

      #expect([first, second] == [expected, expected])
    }
  }

  @Test("A script's own error is thrown")
  func scriptError() async throws {
    try await withRedis { client in
      let error = await #expect(throws: RedisError.self) {
        try await client.run(RedisScript("return redis.error_reply('NO way')"), keys: [])
      }

      #expect(error?.detail == "NO way")
    }
  }

  @Test("A lease has one holder, who alone can renew and release it")
  func lease() async throws {
    try await withRedis { client in
      let lock = RedisLock(client)

      let taken = try await lock.acquire("lease", token: "a", ttl: .seconds(60))
      let byOther = [
        try await lock.acquire("lease", token: "b", ttl: .seconds(60)),
        try await lock.renew("lease", token: "b", ttl: .seconds(60)),
        try await lock.release("lease", token: "b"),
      ]
      let renewed = try await lock.renew("lease", token: "a", ttl: .seconds(600))
      let remaining = try await client.send("TTL", "lease").integer ?? 0
      let released = try await lock.release("lease", token: "a")
      let takenOver = try await lock.acquire("lease", token: "b", ttl: .seconds(60))

      #expect([taken, renewed, released, takenOver] == [true, true, true, true])
      #expect(byOther == [false, false, false])
      #expect(remaining > 60)
    }
  }

  @Test("A lease ends by itself")
  func expiry() async throws {
    try await withRedis { client in
      let lock = RedisLock(client)
      _ = try await lock.acquire("lease", token: "a", ttl: .milliseconds(20))

      while try await client.send("EXISTS", "lease") == .integer(1) {}

      let takenOver = try await lock.acquire("lease", token: "b", ttl: .seconds(60))
      #expect(takenOver)
    }
  }
}
