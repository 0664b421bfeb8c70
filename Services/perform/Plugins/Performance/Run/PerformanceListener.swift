import PerformCore
import Schemas
import Synchronization

/// One client of a performance. Leaves at the latest when nobody holds it any more.
///
/// Every wait throws the ``ServiceError`` that ended the performance.
final class PerformanceListener: Sendable {
  private let run: PerformanceRun
  private let state: Watched<RunState>
  private let offset = AudioOffset()
  private let hasLeft = Mutex(false)

  init(run: PerformanceRun, state: Watched<RunState>) {
    self.run = run
    self.state = state
  }

  deinit { leave() }

  var order: PerformOrder { run.order }

  /// The pending note, as soon as voice has opened it.
  func note() async throws -> NoteAnswer {
    try await state.first { state in
      if let outcome = state.outcome { _ = try outcome.get() }
      return state.note
    }
  }

  /// What is known at the provider's first audio; nothing may be sent before.
  func head() async throws -> PerformanceHead {
    try await state.first { state in
      if let outcome = state.outcome { _ = try outcome.get() }
      return state.head
    }
  }

  /// The next part of the MP3, `nil` once the note is delivered and all of it was given out.
  func next() async throws -> [UInt8]? {
    offset.advance(by: try await state.first { try $0.forListener(from: offset.value) })
  }

  /// The delivered performance with its whole MP3.
  func delivered() async throws -> (answer: PerformAnswer, audio: [UInt8]) {
    try await state.first { state in
      try state.outcome.map { (try $0.get(), state.audio) }
    }
  }

  /// The performance goes on whoever leaves: somebody was promised its link.
  func pin() {
    state.update { $0.pin() }
  }

  func leave() {
    let isFirst = hasLeft.withLock { hasLeft in
      defer { hasLeft = true }
      return !hasLeft
    }
    if isFirst { run.leave() }
  }
}
