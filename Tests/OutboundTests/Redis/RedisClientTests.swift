import Redis
import TestSupport
import Testing

@Suite("The Redis client")
struct RedisClientTests {
  @Test("Values of every kind come back as they were stored")
  func kinds() async throws {
    try await withRedis { client in
      let bytes: [UInt8] = [0, 255, 13, 10]

      let replies = [
        try await client.send("SET", "key", RedisArgument(bytes)), try await client.send("GET", "key"),
        try await client.send("GET", "nothing"), try await client.send("INCRBY", "number", 41),
        try await client.send("MGET", "nothing", "number"),
      ]

      #expect(
        replies == [
          .status("OK"), .string(bytes), .null, .integer(41), .array([.null, .string(Array("41".utf8))]),
        ])
    }
  }

  @Test("A large value arrives whole")
  func large() async throws {
    try await withRedis { client in
      let bytes = (0..<5_000_000).map { UInt8(truncatingIfNeeded: $0) }
      _ = try await client.send("SET", "key", RedisArgument(bytes))

      let reply = try await client.send("GET", "key")

      #expect(reply == .string(bytes))
    }
  }

  @Test("The server's error is thrown with its own words")
  func refused() async throws {
    try await withRedis { client in
      _ = try await client.send("SET", "key", "text")

      let error = await #expect(throws: RedisError.self) { try await client.send("LPUSH", "key", "x") }

      #expect(error?.code == .refused)
      #expect(error?.detail.hasPrefix("WRONGTYPE") == true)
    }
  }

  @Test("A thousand commands at once share one connection and each gets its own reply")
  func pipelined() async throws {
    try await withRedis { client in
      let wrong = try await withThrowingTaskGroup(of: Bool.self) { group in
        for number in 0..<1000 {
          group.addTask { try await client.send("ECHO", RedisArgument(number)).text != "\(number)" }
        }
        return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }

      let received = try await client.send("INFO", "stats").text ?? ""

      #expect(wrong == 0)
      #expect(received.contains("total_connections_received:2\r\n"))
    }
  }

  @Test("Password and database of the URL apply before the first command")
  func greeting() async throws {
    try await withRedisServer(password: "s3cret") { url in
      let inThird = try RedisClient(url: url + "/3")
      let inFirst = try RedisClient(url: url)
      defer { [inThird, inFirst].forEach { $0.close() } }

      _ = try await inThird.send("SET", "key", "third")

      let replies = [try await inThird.send("GET", "key"), try await inFirst.send("GET", "key")]
      #expect(replies.map(\.text) == ["third", nil])
    }
  }

  @Test("A wrong password is refused, and no command was sent")
  func wrongPassword() async throws {
    let server = try RedisServer(password: "s3cret")
    defer { server.stop() }
    let client = try RedisClient(url: "redis://:wrong@127.0.0.1:\(server.port)")

    let error = await #expect(throws: RedisError.self) { try await client.send("PING") }

    #expect(error?.code == .refused)
    #expect(error?.wasSent == false)
  }

  @Test("A closed client refuses")
  func closed() async throws {
    try await withRedis { client in
      _ = try await client.send("PING")

      client.close()

      let error = await #expect(throws: RedisError.self) { try await client.send("PING") }
      #expect(error?.code == .closed)
    }
  }
}

/// Runs `body` with a client of a server of its own.
func withRedis(_ body: (RedisClient) async throws -> Void) async throws {
  try await withRedisServer { url in
    let client = try RedisClient(url: url)
    defer { client.close() }
    try await body(client)
  }
}
