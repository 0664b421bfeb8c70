import Dispatch
import Synchronization

/// Runs blocking work on threads of its own: at most `concurrency` at once, at most `waiting` more in line.
final class HashWorkers: Sendable {
  private struct State {
    var running = 0
    var line: [@Sendable () -> Void] = []
  }

  private enum Place { case started, queued, refused }

  private let concurrency: Int
  private let waiting: Int
  private let queue = DispatchQueue(label: "password-hashing", attributes: .concurrent)
  private let state = Mutex(State())

  init(concurrency: Int, waiting: Int) {
    self.concurrency = max(1, concurrency)
    self.waiting = waiting
  }

  /// - Throws: `overloaded`, at once, when the line is full.
  func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async throws(PasswordHashingError) -> Value {
    let result: Result<Value, PasswordHashingError> = await withCheckedContinuation { continuation in
      let job: @Sendable () -> Void = {
        continuation.resume(returning: .success(work()))
        self.startNext()
      }
      switch place(job) {
      case .started: queue.async(execute: job)
      case .queued: break
      case .refused: continuation.resume(returning: .failure(.overloaded))
      }
    }
    return try result.get()
  }

  private func place(_ job: @escaping @Sendable () -> Void) -> Place {
    state.withLock { state in
      if state.running < concurrency {
        state.running += 1
        return .started
      }
      guard state.line.count < waiting else { return .refused }
      state.line.append(job)
      return .queued
    }
  }

  private func startNext() {
    let next = state.withLock { state in
      if state.line.isEmpty { state.running -= 1 }
      return state.line.isEmpty ? nil : state.line.removeFirst()
    }
    if let next { queue.async(execute: next) }
  }
}
