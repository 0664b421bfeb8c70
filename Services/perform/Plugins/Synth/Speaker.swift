import Observability
import PerformCore
import Schemas
import SpeechProviders

/// Speaks at the provider that holds the voice. Nobody else stands in when that provider fails: it would be another voice.
struct Speaker: SpeechSynthesizing {
  private let lines: [String: SpeechLine]
  /// Speaks with a voice of its own where no provider holds a clone.
  private let stock: SpeechLine?
  private let models: SpeechModels
  private let journal: SpeechJournal

  /// - Parameter lines: in order of preference, none twice.
  init(lines: [SpeechLine], models: SpeechModels, journal: SpeechJournal) {
    self.lines = Dictionary(lines.map { ($0.name, $0) }) { first, _ in first }
    stock = lines.first { $0.name == SpeechProviderName.openAICompatible.rawValue }
    self.models = models
    self.journal = journal
  }

  func model(_ requested: String?) throws(ServiceError) -> String {
    try models.model(requested)
  }

  func usualFormat(of provider: String) -> SpeechStream.Format? {
    line(for: provider)?.provider.capabilities.usualFormat
  }

  func voiceSource(of lease: LeaseAnswer) -> VoiceSource {
    speaksStock(lease.provider) ? .stockVoice : lease.voiceSource
  }

  func obstacle(model: String) -> SpeechError? {
    lines[models.primary.rawValue]?.obstacle(model: model)
  }

  func warm() async {
    await lines[models.primary.rawValue]?.provider.warm()
  }

  func speak(_ utterance: Utterance) async throws(SpeechError) -> SpeechStream {
    guard let line = line(for: utterance.provider) else {
      throw SpeechError(.unavailable, "the voice is held by \(utterance.provider), which is not configured here")
    }
    let request = Self.request(utterance, for: line.provider.capabilities)
    journal.willSpeak(request, at: line.name)
    let stopwatch = Stopwatch()
    do throws(SpeechError) {
      let stream = try await line.speak(request, for: utterance.userID)
      journal.spoke(at: line.name, milliseconds: stopwatch.milliseconds)
      return stream
    } catch {
      journal.failed(at: line.name, error)
      throw error
    }
  }

  private func line(for provider: String) -> SpeechLine? {
    lines[provider] ?? (speaksStock(provider) ? stock : nil)
  }

  private func speaksStock(_ provider: String) -> Bool {
    stock != nil && lines[provider] == nil && provider == SpeechProviderName.local.rawValue
  }

  private static func request(_ utterance: Utterance, for capabilities: SpeechCapabilities) -> SpeechRequest {
    let language = utterance.settings.language
    let spelling = NumberSpelling(language: language, readsYears: utterance.readsYears)
    let text = SpeechMarkup.neutralized(utterance.text)
    return SpeechRequest(
      text: capabilities.normalizesNumbers(utterance.model) ? text : spelling.spellOut(text),
      voiceID: utterance.voiceID,
      model: utterance.model, language: language.code, settings: SpeechSettings(utterance.settings),
      requestID: utterance.performanceID, profile: utterance.profile)
  }
}
