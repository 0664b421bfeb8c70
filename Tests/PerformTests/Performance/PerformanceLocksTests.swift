import Capabilities
import Logging
import Redis
import TestSupport
import Testing

@testable import PerformPerformance

/// One suite for every implementation of the port.
@Suite("Locks on performances")
struct PerformanceLocksTests {
  private static func redisLocks(_ url: String) throws -> RedisPerformanceLocks {
    RedisPerformanceLocks(
      lock: RedisLock(try RedisClient(url: url)), identifiers: .system,
      logger: Logger(label: "locks") { _ in SwiftLogNoOpLogHandler() })
  }

  private func expectExclusion(_ here: any PerformanceLocks, _ there: any PerformanceLocks) async throws {
    let first = try #require(await here.acquire("p-1"))
    let second = await there.acquire("p-1")
    #expect(second == nil)
    let other = await there.acquire("p-2")
    #expect(other != nil)

    await first.release()

    let third = await there.acquire("p-1")
    #expect(third != nil)
  }

  @Test("Within a process a performance is locked once")
  func local() async throws {
    let locks = LocalPerformanceLocks()

    try await expectExclusion(locks, locks)
  }

  @Test("Between replicas a performance is locked once")
  func redis() async throws {
    try await withRedisServer { url in
      try await expectExclusion(Self.redisLocks(url), Self.redisLocks(url))
    }
  }

  @Test("Without Redis the locks hold within the process")
  func redisDown() async throws {
    let locks = try Self.redisLocks("redis://127.0.0.1:\(FreePort.find())")

    try await expectExclusion(locks, locks)
  }
}
