import Observability
import PerformCore
import Schemas
import SpeechProviders

/// Speaks at the provider that holds the voice.
struct Speaker: SpeechSynthesizing {
  private let providers: [String: any SpeechSynthesizer]
  private let models: SpeechModels
  private let retry: SpeechRetry
  private let journal: SpeechJournal

  init(providers: [any SpeechSynthesizer], models: SpeechModels, retry: SpeechRetry, journal: SpeechJournal) {
    self.providers = Dictionary(providers.map { ($0.capabilities.provider, $0) }) { first, _ in first }
    self.models = models
    self.retry = retry
    self.journal = journal
  }

  func model(_ requested: String?) throws(ServiceError) -> String {
    try models.model(requested)
  }

  func usualFormat(of provider: String) -> SpeechStream.Format? {
    provider == SpeechProviderName.elevenlabs.rawValue ? .mp3(sampleRate: 44_100, kilobits: 128) : nil
  }

  func speak(_ utterance: Utterance) async throws(SpeechError) -> SpeechStream {
    guard let provider = providers[utterance.provider] else {
      throw SpeechError(.unavailable, "the voice is held by \(utterance.provider), which is not configured here")
    }
    let request = Self.request(utterance, for: provider.capabilities)
    journal.willSpeak(request, at: utterance.provider)
    let stopwatch = Stopwatch()
    do {
      let stream = try await retry.first { () async throws(SpeechError) in try await provider.synthesize(request) }
      journal.spoke(at: utterance.provider, milliseconds: stopwatch.milliseconds)
      return stream
    } catch {
      journal.failed(at: utterance.provider, error)
      throw error
    }
  }

  private static func request(_ utterance: Utterance, for capabilities: SpeechCapabilities) -> SpeechRequest {
    let language = utterance.settings.language
    let spelling = NumberSpelling(language: language, readsYears: utterance.routineType == "years")
    let readsDigits = capabilities.normalizesNumbers(utterance.model)
    return SpeechRequest(
      text: readsDigits ? utterance.text : spelling.spellOut(utterance.text), voiceID: utterance.voiceID,
      model: utterance.model, language: language.code, settings: SpeechSettings(utterance.settings),
      requestID: utterance.performanceID, profile: utterance.profile)
  }
}
