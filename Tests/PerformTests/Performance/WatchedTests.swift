import Testing

@testable import PerformPerformance

@Suite("A watched value")
struct WatchedTests {
  @Test("Everybody who waits for a value gets it")
  func wakes() async throws {
    let watched = Watched(0)

    async let first = watched.first { $0 >= 3 ? $0 : nil }
    async let second = watched.first { $0 >= 1 ? $0 : nil }
    for _ in 1...3 { watched.update { $0 += 1 } }

    #expect(try await first == 3)
    #expect(try await second >= 1)
  }

  @Test("A cancelled task stops waiting")
  func cancelled() async {
    let watched = Watched(0)
    let waiting = Task { try await watched.first { $0 > 0 ? $0 : nil } }

    waiting.cancel()

    await #expect(throws: CancellationError.self) { try await waiting.value }
  }

  @Test("Owned work ends although nobody waits for it")
  func ownedStep() async throws {
    let gate = Watched(false)
    let step = OwnedStep { try await gate.first { $0 ? 7 : nil } }
    let waiting = Task { try await step.value() }
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }

    gate.update { $0 = true }

    #expect(try await step.settled()?.get() == 7)
  }
}
