/// A row of the table of speech models, values of autumn 2026.
struct SpeechModel: Sendable {
  var id: String
  var name: String
  var maxCharacters: Int
  /// Whether a character costs half a credit.
  var isHalfPrice = false
  var isEnglishOnly = false
  /// Style and speaker boost work only on Multilingual v2.
  var usesStyle = false
  var speaks = true
  /// v3 refuses previous and next text, and refuses empty text, as v4 does.
  var family = Family.second

  enum Family: Sendable { case second, third, fourth }

  static let all = [
    SpeechModel(id: "eleven_v4", name: "Eleven v4", maxCharacters: 10_000, family: .fourth),
    SpeechModel(
      id: "eleven_v4_turbo", name: "Eleven v4 Turbo", maxCharacters: 10_000, isHalfPrice: true, family: .fourth),
    SpeechModel(id: "eleven_v3", name: "Eleven v3", maxCharacters: 5_000, family: .third),
    SpeechModel(
      id: "eleven_v3_conversational", name: "Eleven v3 Conversational", maxCharacters: 5_000, isHalfPrice: true,
      family: .third),
    SpeechModel(
      id: "eleven_multilingual_v2", name: "Eleven Multilingual v2", maxCharacters: 10_000, usesStyle: true),
    SpeechModel(id: "eleven_flash_v2_5", name: "Eleven Flash v2.5", maxCharacters: 40_000, isHalfPrice: true),
    SpeechModel(
      id: "eleven_flash_v2", name: "Eleven Flash v2", maxCharacters: 30_000, isHalfPrice: true, isEnglishOnly: true),
    SpeechModel(id: "eleven_turbo_v2_5", name: "Eleven Turbo v2.5", maxCharacters: 40_000, isHalfPrice: true),
    SpeechModel(
      id: "eleven_turbo_v2", name: "Eleven Turbo v2", maxCharacters: 30_000, isHalfPrice: true, isEnglishOnly: true),
    SpeechModel(
      id: "eleven_multilingual_sts_v2", name: "Eleven Multilingual v2 STS", maxCharacters: 10_000, speaks: false),
    SpeechModel(
      id: "eleven_english_sts_v2", name: "Eleven English v2 STS", maxCharacters: 10_000, isEnglishOnly: true,
      speaks: false),
  ]

  static func named(_ id: String) -> SpeechModel? { all.first { $0.id == id && $0.speaks } }

  /// The published limit is enforced with 10 % slack.
  var enforcedCharacters: Int { maxCharacters + maxCharacters / 10 }

  var group: ConcurrencyGroup { id.contains("flash") || id.contains("turbo_v2") ? .fast : .standard }

  /// Credits for a text: one per Unicode code point, half of that (rounded down) at half price, and at least
  /// the price of one.
  func credits(for text: String) -> Int {
    let points = max(1, text.unicodeScalars.count)
    return isHalfPrice ? points / 2 : points
  }
}
