import GRDB
import Synchronization

/// Collects writes that arrive together into one transaction, so that many callers share one flush to disk.
///
/// Each write runs in a savepoint of its own: one that throws is undone alone. A caller is answered after the
/// commit of the whole group. Writes run in the order of their arrival.
package final class GroupCommitWriter: Sendable {
  private struct State {
    var waiting: [any PendingWrite] = []
    var draining = false
  }

  private let database: Database
  private let state = Mutex(State())
  /// Bounds the time for which one group holds the write lock.
  private static let largestGroup = 256

  package init(_ database: Database) {
    self.database = database
  }

  package func write<Value: Sendable>(
    _ work: @escaping @Sendable (GRDB.Database) throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      enqueue(Submission(work: work, continuation: continuation))
    }
  }

  private func enqueue(_ write: any PendingWrite) {
    let mustDrain = state.withLock { state in
      state.waiting.append(write)
      defer { state.draining = true }
      return !state.draining
    }
    if mustDrain { drain() }
  }

  private func drain() {
    let group = state.withLock { state in
      let group = Array(state.waiting.prefix(Self.largestGroup))
      state.waiting.removeFirst(group.count)
      if group.isEmpty { state.draining = false }
      return group
    }
    guard !group.isEmpty else { return }
    database.pool.asyncWrite { connection in
      group.forEach { $0.run(connection) }
    } completion: { _, result in
      let failure: (any Error)? = if case .failure(let error) = result { error } else { nil }
      group.forEach { $0.answer(failure) }
      self.drain()
    }
  }
}

private protocol PendingWrite: Sendable {
  func run(_ connection: GRDB.Database)
  func answer(_ failure: (any Error)?)
}

private final class Submission<Value: Sendable>: PendingWrite {
  private let work: @Sendable (GRDB.Database) throws -> Value
  private let continuation: CheckedContinuation<Value, any Error>
  private let outcome = Mutex<Result<Value, any Error>>(.failure(CancellationError()))

  init(
    work: @escaping @Sendable (GRDB.Database) throws -> Value, continuation: CheckedContinuation<Value, any Error>
  ) {
    self.work = work
    self.continuation = continuation
  }

  func run(_ connection: GRDB.Database) {
    let result = Result {
      var value: Value?
      try connection.inSavepoint {
        value = try work(connection)
        return .commit
      }
      guard let value else { throw CancellationError() }
      return value
    }
    outcome.withLock { $0 = result }
  }

  func answer(_ failure: (any Error)?) {
    continuation.resume(with: failure.map(Result.failure) ?? outcome.withLock { $0 })
  }
}
