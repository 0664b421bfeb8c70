import Capabilities
import Redis
import Resilience
import Synchronization
import TestSupport
import Testing

@Suite("A gate for requests at once")
struct ConcurrencyGateTests {
  private static func gate(
    _ counter: any SlotCounter = MemorySlotCounter(), initial: Int = 1, patience: Duration = .seconds(30),
    capacity: Int = 64, perUser: Int = 4
  ) -> ConcurrencyGate {
    ConcurrencyGate(
      counter: counter, initial: initial, patience: patience, capacity: capacity, perUser: perUser, pause: .system,
      identifiers: .system)
  }

  @Test("Whoever does not fit waits until a slot is given back")
  func waits() async throws {
    let gate = Self.gate()
    let first = try await gate.enter(user: "a")
    let second = Task { try await gate.enter(user: "b") }
    while gate.waiting == 0 { await Task.yield() }

    first.release()

    _ = try await second.value
    #expect(gate.waiting == 0)
  }

  @Test("A slot that is dropped is given back")
  func dropped() async throws {
    let gate = Self.gate()

    for _ in 0..<3 { _ = try await gate.enter(user: "a") }

    #expect(gate.waiting == 0)
  }

  @Test("A line that is full turns away at once, and says for how long")
  func full() async throws {
    let gate = Self.gate(perUser: 1)
    let held = try await gate.enter(user: "a")
    let waiting = Task { try await gate.enter(user: "a") }
    while gate.waiting == 0 { await Task.yield() }

    let refusal = await #expect(throws: SlotRefusal.self) { try await gate.enter(user: "a") }

    #expect(refusal == .queueFull(retryAfter: .seconds(2)))
    waiting.cancel()
    held.release()
  }

  @Test("A wait ends when the patience does, and when the caller leaves")
  func impatient() async throws {
    let gate = Self.gate(patience: .milliseconds(50))
    let held = try await gate.enter(user: "a")

    let late = await #expect(throws: SlotRefusal.self) { try await gate.enter(user: "b") }
    let patient = Self.gate()
    let other = try await patient.enter(user: "a")
    let leaving = Task { try await patient.enter(user: "b") }
    while patient.waiting == 0 { await Task.yield() }
    leaving.cancel()
    let left = await #expect(throws: SlotRefusal.self) { try await leaving.value }

    #expect(late == .waitedTooLong(retryAfter: .seconds(2)) && left == .cancelled)
    #expect(gate.waiting == 0 && patient.waiting == 0)
    held.release()
    other.release()
  }

  @Test("A line that would take longer than the patience is an overload before anybody joins it")
  func overload() async throws {
    let gate = Self.gate(patience: .seconds(2), perUser: 10)
    let held = try await gate.enter(user: "a")
    let waiting = (0..<3).map { _ in Task { try await gate.enter(user: "a") } }
    while gate.waiting < 3 { await Task.yield() }

    #expect(gate.overload == .seconds(1))
    waiting.forEach { $0.cancel() }
    held.release()
  }

  @Test("Replicas that share Redis stay under one limit together, also one that a single one of them learned")
  func shared() async throws {
    try await withRedisServer { url in
      let redis = try [RedisClient(url: url), RedisClient(url: url)]
      let gates = redis.map { Self.gate(RedisSlotCounter($0, name: "p:fast") { _ in }, perUser: 100) }
      await gates[0].learn(maximum: 3)
      let load = Load()

      try await withThrowingTaskGroup(of: Void.self) { group in
        for index in 0..<40 {
          group.addTask {
            let hold = try await gates[index % 2].enter(user: "u\(index % 5)")
            load.enter()
            await Task.yield()
            load.leave()
            hold.release()
          }
        }
        try await group.waitForAll()
      }

      #expect(load.peak <= 3)
      redis.forEach { $0.close() }
    }
  }

  @Test("Without Redis a replica counts alone, which it announces once, and hands back when Redis is there again")
  func alone() async throws {
    let server = try RedisServer()
    defer { server.stop() }
    let bounds = RedisConfiguration(
      connectTimeout: .milliseconds(500), firstPause: .milliseconds(1), longestPause: .milliseconds(5))
    let redis = try RedisClient(url: server.url, configuration: bounds)
    let announced = Mutex<[Bool]>([])
    let counter = RedisSlotCounter(redis, name: "p:fast") { isAlone in announced.withLock { $0.append(isAlone) } }
    let took = await counter.take("one", limit: 2, initial: 1)

    server.stop()
    let alone = [
      await counter.take("two", limit: 2, initial: 1), await counter.take("three", limit: 2, initial: 1),
    ]
    try server.start()
    while announced.withLock({ $0.count }) < 2 { await counter.renew("one") }

    #expect(took && alone == [true, false])
    #expect(announced.withLock { $0 } == [true, false])
    #expect(await counter.take("four", limit: 1, initial: 1) == false)
    redis.close()
  }

  @Test("The slots of a replica that was killed come back by themselves")
  func expiry() async throws {
    try await withRedisServer { url in
      let redis = try RedisClient(url: url)
      let counter = RedisSlotCounter(redis, name: "p") { _ in }
      _ = try await redis.send("ZADD", "provider:slots:{p}", 1000, "of the dead")

      #expect(await counter.take("mine", limit: 1, initial: 1))
      redis.close()
    }
  }
}

/// How many are inside, and how many were at most.
private final class Load: Sendable {
  private let counts = Mutex((now: 0, peak: 0))

  var peak: Int { counts.withLock { $0.peak } }

  func enter() {
    counts.withLock { counts in
      counts.now += 1
      counts.peak = max(counts.peak, counts.now)
    }
  }

  func leave() { counts.withLock { $0.now -= 1 } }
}
