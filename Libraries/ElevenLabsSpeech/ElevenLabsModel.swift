import SpeechProviders

/// What is known of a model beyond its name.
struct ElevenLabsModel {
  let id: String
  let takesLanguage: Bool
  let normalizesNumbers: Bool

  static let known: [ElevenLabsModel] = [
    ElevenLabsModel(id: "eleven_v4", takesLanguage: true, normalizesNumbers: true),
    ElevenLabsModel(id: "eleven_v4_turbo", takesLanguage: true, normalizesNumbers: true),
    ElevenLabsModel(id: "eleven_v3", takesLanguage: true, normalizesNumbers: true),
    ElevenLabsModel(id: "eleven_v3_conversational", takesLanguage: true, normalizesNumbers: true),
    ElevenLabsModel(id: "eleven_multilingual_v2", takesLanguage: false, normalizesNumbers: true),
    ElevenLabsModel(id: "eleven_flash_v2_5", takesLanguage: true, normalizesNumbers: false),
    ElevenLabsModel(id: "eleven_turbo_v2_5", takesLanguage: true, normalizesNumbers: false),
    ElevenLabsModel(id: "eleven_flash_v2", takesLanguage: false, normalizesNumbers: false),
    ElevenLabsModel(id: "eleven_turbo_v2", takesLanguage: false, normalizesNumbers: false),
    ElevenLabsModel(id: "eleven_multilingual_v1", takesLanguage: false, normalizesNumbers: true),
    ElevenLabsModel(id: "eleven_monolingual_v1", takesLanguage: false, normalizesNumbers: true),
  ]

  /// An unknown model gets no language and spelled-out numbers, which every model accepts.
  static func named(_ id: String) -> ElevenLabsModel {
    known.first { $0.id == id } ?? ElevenLabsModel(id: id, takesLanguage: false, normalizesNumbers: false)
  }

  /// Flash and Turbo are counted apart, at twice the limit; the limits are the smallest plan's.
  var concurrency: SpeechConcurrency {
    let isFast = id.hasPrefix("eleven_flash_") || id.hasPrefix("eleven_turbo_")
    return isFast
      ? SpeechConcurrency(group: "fast", initial: 4) : SpeechConcurrency(group: "standard", initial: 2)
  }
}
