import PerformCore
import Schemas
import Synchronization

/// A performance under way in this process, with everything that was made of it so far.
///
/// The note at voice is the master copy. Listeners are served from memory at their own pace, so a slow one stalls
/// neither the note nor the others; the memory is bounded by ``NoteSize/maximum``.
final class PerformanceRun: Sendable {
  let order: PerformOrder
  private let state = Watched(RunState())
  private let task = Mutex<Task<Void, Never>?>(nil)

  init(_ order: PerformOrder) {
    self.order = order
  }

  /// Runs `work` on its own: it outlives the request that started it.
  func start(_ work: @escaping @Sendable (PerformanceRun) async -> Void) {
    task.withLock { $0 = Task { await work(self) } }
  }

  /// Returns when nothing of the performance is left to be done.
  func ended() async {
    await task.withLock { $0 }?.value
  }

  func cancel() {
    task.withLock { $0 }?.cancel()
  }

  /// `nil` for a performance that was given up or has failed.
  func attach() -> PerformanceListener? {
    state.update { $0.attach() } ? PerformanceListener(run: self, state: state) : nil
  }

  func leave() {
    if state.update({ $0.detach() }) { cancel() }
  }
}

// MARK: - For the performance itself

extension PerformanceRun {
  func opened(_ note: NoteAnswer) { state.update { $0.opened(note) } }

  /// - Throws: `CancellationError` where the last listener has just left.
  func begin(_ head: PerformanceHead) throws { try state.update { try $0.begin(head) } }

  var byteCount: Int { state.value.audio.count }

  var hasBegun: Bool { state.value.head != nil }

  func append(_ bytes: [UInt8]) throws { try state.update { try $0.append(bytes) } }

  /// Everything that was made so far.
  var audio: [UInt8] { state.value.audio }

  func completeAudio() { state.update { $0.completeAudio() } }

  func finish(_ outcome: Result<PerformAnswer, ServiceError>) { state.update { $0.finish(outcome) } }

  /// Whether its last listener left before it had begun to speak.
  var isAbandoned: Bool { state.value.isAbandoned }

  /// The audio for voice, chunk by chunk as it is made; `nil` at its end.
  func noteAudio() -> @Sendable () async throws -> [UInt8]? {
    let offset = AudioOffset()
    return { [state] in
      let chunk = try await state.first { $0.forNote(from: offset.value) }
      return offset.advance(by: chunk)
    }
  }
}

/// How far one reader has come.
final class AudioOffset: Sendable {
  private let count = Mutex(0)

  var value: Int { count.withLock { $0 } }

  /// - Returns: the chunk, `nil` for the empty one that stands for the end.
  func advance(by chunk: [UInt8]) -> [UInt8]? {
    count.withLock { $0 += chunk.count }
    return chunk.isEmpty ? nil : chunk
  }
}
