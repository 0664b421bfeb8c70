/// The engine's own name for a language spoken by a man or a woman, as `-v` takes it.
///
/// Spanish by a man uses the formant variant that listeners' software understood better (word error rate 0.21
/// instead of 0.30).
struct EspeakVoice: Equatable {
  let name: String

  /// - Parameters:
  ///   - language: ISO 639-1; `nil` results for one that the product does not speak.
  ///   - sex: `female`, or anything else for a man's voice.
  init?(language: String, sex: String) {
    guard let base = Self.bases[language] else { return nil }
    switch (sex, language) {
    case ("female", _): name = base + "+f2"
    case (_, "es"): name = base + "+klatt4"
    default: name = base
    }
  }

  private static let bases = ["en": "en-us", "es": "es", "fr": "fr-fr", "de": "de", "it": "it", "pt": "pt-br"]
}
