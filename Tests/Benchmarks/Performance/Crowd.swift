/// Repeats a step with as many at once as there are in the crowd.
struct Crowd: Sendable {
  let size: Int

  func run<Outcome: Sendable>(
    _ count: Int, _ step: @escaping @Sendable () async throws -> Outcome
  ) async throws -> [Outcome] {
    try await withThrowingTaskGroup(of: Outcome.self) { group in
      var outcomes: [Outcome] = []
      for _ in 0..<min(size, count) { group.addTask(operation: step) }
      while let outcome = try await group.next() {
        outcomes.append(outcome)
        if outcomes.count + size <= count { group.addTask(operation: step) }
      }
      return outcomes
    }
  }
}

extension [Double] {
  /// The value below which `part` (0…1) of them lie.
  func percentile(_ part: Double) -> Double {
    isEmpty ? 0 : sorted()[Swift.min(count - 1, Int(Double(count) * part))]
  }
}
