import Logging
import Observability
import SpeechProviders
import Testing

@testable import PerformSynth

@Suite("What is counted against a speech provider")
struct SpeechJournalTests {
  private let metrics = MetricRegistry()

  private func record(_ error: SpeechError) {
    let silent = Logger(label: "speech") { _ in SwiftLogNoOpLogHandler() }
    SpeechJournal(logger: silent, metrics: metrics).failed(at: "elevenlabs", error)
  }

  private func count(_ name: String) -> Double { metrics.value(name, labels: ["provider": "elevenlabs"]) }

  @Test("A request that was never sent is no failure", arguments: [SpeechError.Code.circuitOpen, .overloaded])
  func shed(_ code: SpeechError.Code) {
    record(SpeechError(code))

    #expect(count("speech_shed_total") == 1 && count("speech_failed_total") == 0)
  }

  @Test("A failure of the provider's is one", arguments: [SpeechError.Code.unavailable, .keyRefused, .cut])
  func failed(_ code: SpeechError.Code) {
    record(SpeechError(code))

    #expect(count("speech_failed_total") == 1 && count("speech_shed_total") == 0)
  }
}
