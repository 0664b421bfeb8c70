import Schemas

/// Bounds how many pieces of work run at once and how many wait for it.
actor WorkGate {
  private let atOnce: Int
  private let mostWaiting: Int
  private var runningCount = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(atOnce: Int, mostWaiting: Int) {
    self.atOnce = atOnce
    self.mostWaiting = mostWaiting
  }

  /// - Throws: `OVERLOADED` where too many wait already, or what `work` throws.
  func run<Value: Sendable>(_ work: @Sendable () async throws -> Value) async throws -> Value {
    try await enter()
    defer { leave() }
    return try await work()
  }

  private func enter() async throws {
    guard runningCount >= atOnce else {
      runningCount += 1
      return
    }
    guard waiting.count < mostWaiting else { throw ServiceError(.overloaded, retryAfter: .seconds(5)) }
    await withCheckedContinuation { waiting.append($0) }
  }

  /// A place goes straight to who has waited longest.
  private func leave() {
    if waiting.isEmpty { runningCount -= 1 } else { waiting.removeFirst().resume() }
  }
}
