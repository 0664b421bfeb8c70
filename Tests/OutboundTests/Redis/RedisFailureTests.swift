import Redis
import TestSupport
import Testing

@Suite("The Redis client and a failing server")
struct RedisFailureTests {
  private let quick = RedisConfiguration(
    connectTimeout: .milliseconds(500), commandTimeout: .milliseconds(500), firstPause: .milliseconds(1),
    longestPause: .milliseconds(5))

  @Test("Without a server a command fails as not sent")
  func nobodyThere() async throws {
    let client = try RedisClient(url: "redis://127.0.0.1:\(FreePort.find())", configuration: quick)

    let error = await #expect(throws: RedisError.self) { try await client.send("PING") }

    #expect(error?.code == .connect)
    #expect(error?.wasSent == false)
  }

  @Test("After a failed connection commands fail at once until the pause is over")
  func pause() async throws {
    let server = try RedisServer()
    defer { server.stop() }
    server.stop()
    let patient = RedisConfiguration(firstPause: .seconds(3600), longestPause: .seconds(3600))
    let client = try RedisClient(url: server.url, configuration: patient)
    await #expect(throws: RedisError.self) { try await client.send("PING") }

    try server.start()

    let error = await #expect(throws: RedisError.self) { try await client.send("PING") }
    #expect(error?.code == .connect)
  }

  @Test("A command that waits when the server dies fails as sent")
  func deathWhileWaiting() async throws {
    let server = try RedisServer()
    defer { server.stop() }
    let client = try RedisClient(url: server.url)
    defer { client.close() }
    let admin = try RedisClient(url: server.url)
    defer { admin.close() }
    let waiting = Task { try await client.send("BLPOP", "queue", 0) }
    while try await admin.send("INFO", "clients").text?.contains("blocked_clients:1") != true {}

    server.stop()

    let error = await #expect(throws: RedisError.self) { try await waiting.value }
    #expect(error?.code == .connectionLost)
    #expect(error?.wasSent == true)
  }

  @Test("A server that comes back is used again")
  func comesBack() async throws {
    let server = try RedisServer()
    defer { server.stop() }
    let client = try RedisClient(url: server.url, configuration: quick)
    defer { client.close() }
    _ = try await client.send("PING")
    server.stop()
    while (try? await client.send("PING")) != nil {}

    try server.start()

    let deadline = ContinuousClock.now + .seconds(5)
    var reply: RedisValue?
    while reply == nil && .now < deadline { reply = try? await client.send("PING") }
    #expect(reply == .status("PONG"))
  }

  @Test("A reply that does not come in time gives up the connection, and the next command gets a new one")
  func timeout() async throws {
    try await withRedisServer { url in
      let client = try RedisClient(url: url, configuration: quick)
      defer { client.close() }

      let error = await #expect(throws: RedisError.self) { try await client.send("BLPOP", "queue", 0) }

      #expect(error?.code == .timeout)
      #expect(error?.wasSent == true)
      let next = try await client.send("PING")
      #expect(next == .status("PONG"))
    }
  }

  @Test("Bytes that are not the protocol end the connection as malformed")
  func notRedis() async throws {
    try await withHTTPPeer({ try await $0.respond() }) { peer in
      let client = try RedisClient(url: "redis://127.0.0.1:\(peer.port)", configuration: quick)
      defer { client.close() }

      let error = await #expect(throws: RedisError.self) { try await client.send("PING") }

      #expect(error?.code == .malformedReply)
    }
  }
}
