import Resilience
import SpeechProviders
import Synchronization

/// Speech that is still coming in, with the slot that it holds and the outcome that its provider is judged by.
///
/// Both are settled when the audio ends, breaks off, or is not wanted any more.
final class GuardedSpeech: Sendable {
  private let inner: SpeechStream
  private let slot: SlotHold?
  private let settle: Mutex<(@Sendable (CircuitBreakerStateMachine.Outcome) -> Void)?>

  init(
    _ inner: SpeechStream, slot: SlotHold?, settle: @escaping @Sendable (CircuitBreakerStateMachine.Outcome) -> Void
  ) {
    self.inner = inner
    self.slot = slot
    self.settle = Mutex(settle)
  }

  deinit { end(.unknown) }

  var stream: SpeechStream {
    var stream = inner
    stream.next = { () async throws(SpeechError) in try await self.next() }
    return stream
  }

  private func next() async throws(SpeechError) -> [UInt8]? {
    do throws(SpeechError) {
      if let chunk = try await inner.next() { return chunk }
      end(.healthy)
      return nil
    } catch {
      end(error.health)
      throw error
    }
  }

  private func end(_ outcome: CircuitBreakerStateMachine.Outcome) {
    slot?.release()
    settle.withLock { $0.take() }?(outcome)
  }
}
