import Capabilities
import SpeechProviders
import Synchronization
import Testing

@testable import PerformSynth

@Suite("One more try for speech")
struct SpeechRetryTests {
  private func attempts(until error: SpeechError) async -> (count: Int, pauses: [Duration]) {
    let count = Mutex(0)
    let pauses = Mutex<[Duration]>([])
    let retry = SpeechRetry(
      pause: Pause { pause in pauses.withLock { $0.append(pause) } }, randomness: Randomness { _ in [255] })
    _ = try? await retry.first { () async throws(SpeechError) in
      count.withLock { $0 += 1 }
      throw error
    }
    return (count.withLock { $0 }, pauses.withLock { $0 })
  }

  @Test("A busy provider is asked twice, after the pause that it names")
  func busy() async {
    let (count, pauses) = await attempts(until: SpeechError(.rateLimited, retryAfter: .seconds(1)))

    #expect(count == 2 && pauses == [.seconds(1)])
  }

  @Test("A provider that names no pause is asked again after a short one")
  func unnamed() async {
    let (count, pauses) = await attempts(until: SpeechError(.unavailable))

    #expect(count == 2 && pauses == [SpeechRetry.backoff])
  }

  @Test(
    "What repeating cannot mend, or could do twice, is not repeated",
    arguments: [
      SpeechError(.outOfCredits), SpeechError(.voiceNotFound), SpeechError(.timeout),
      SpeechError(.unavailable, hadNoEffect: false), SpeechError(.rateLimited, retryAfter: .seconds(30)),
    ])
  func once(_ error: SpeechError) async {
    #expect(await attempts(until: error).count == 1)
  }
}
