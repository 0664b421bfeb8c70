import Capabilities
import SpeechProviders
import Testing

@testable import PerformSynth

@Suite("Another try for speech")
struct SpeechRetryTests {
  private func pauses(_ error: SpeechError, random: UInt8 = 255) -> [Duration?] {
    let retry = SpeechRetry(randomness: Randomness { Array(repeating: random, count: $0) })
    return (1...3).map { retry.pause(after: error, tries: $0) }
  }

  @Test("A busy provider is asked again twice, after the pause that it names")
  func busy() {
    #expect(pauses(SpeechError(.rateLimited, retryAfter: .seconds(1))) == [.seconds(1), .seconds(1), nil])
  }

  @Test("A provider that names no pause is asked again after a random part of a growing one")
  func unnamed() {
    #expect(pauses(SpeechError(.unavailable)) == [.milliseconds(200), .milliseconds(400), nil])
    #expect(pauses(SpeechError(.unavailable), random: 0) == [.zero, .zero, nil])
  }

  @Test(
    "What repeating cannot mend, or could do twice, is not repeated",
    arguments: [
      SpeechError(.outOfCredits), SpeechError(.voiceNotFound), SpeechError(.timeout), SpeechError(.circuitOpen),
      SpeechError(.overloaded), SpeechError(.unavailable, hadNoEffect: false),
      SpeechError(.rateLimited, retryAfter: .seconds(30)),
    ])
  func once(_ error: SpeechError) {
    #expect(pauses(error) == [nil, nil, nil])
  }

  @Test("When everything fails, retries are a small part of all requests")
  func budget() {
    let retry = SpeechRetry(randomness: Randomness { Array(repeating: 0, count: $0) })

    let retries = (0..<100).filter { _ in
      retry.began()
      return retry.pause(after: SpeechError(.unavailable), tries: 1) != nil
    }

    #expect(retries.count <= 30)
  }
}
