/// Work that goes on when nobody waits for it any more, so that what it did is always known in the end.
///
/// A call to another service that is broken off may still have acted there: giving back what it took needs its answer.
final class OwnedStep<Value: Sendable>: Sendable {
  private let outcome: Watched<Result<Value, any Error>?>
  private let task: Task<Void, Never>

  init(_ work: @escaping @Sendable () async throws -> Value) {
    let outcome = Watched<Result<Value, any Error>?>(nil)
    self.outcome = outcome
    task = Task {
      let result: Result<Value, any Error>
      do { result = .success(try await work()) } catch { result = .failure(error) }
      outcome.update { $0 = result }
    }
  }

  /// The result; cancelling the waiting task ends the waiting, not the work.
  func value() async throws -> Value {
    try await outcome.first { $0 }.get()
  }

  /// The result, however long it takes and whoever is cancelled.
  func settled() async -> Result<Value, any Error>? {
    await task.value
    return outcome.value
  }
}
