import Stemming

/// How strongly words speak for each language: a word shared by several counts for each of them in part.
struct LanguageEvidence: Sendable {
  private let weights: [String: [String: Double]]
  private let letters: [String: Set<Unicode.Scalar>]

  init(_ profiles: LanguageProfiles) {
    let sharers = Dictionary(profiles.all.flatMap(\.stopWords).map { ($0, 1.0) }, uniquingKeysWith: +)
    weights = Dictionary(
      uniqueKeysWithValues: profiles.all.map { profile in
        let shares = profile.stopWords.map { ($0, 1 / sharers[$0, default: 1]) }
        return (profile.language, Dictionary(uniqueKeysWithValues: shares))
      })
    letters = Dictionary(uniqueKeysWithValues: profiles.all.map { ($0.language, $0.letters) })
  }

  /// Whether the text is clearly not in the language: another wins by far, or not one word of it is known.
  ///
  /// Short and doubtful texts get the benefit of the doubt.
  func speaks(against language: String, in text: String) -> Bool {
    let words = Word.all(in: text)
    let own = score(language, words, text)
    if own == 0 && words.count >= Self.tellingWords { return true }
    let rival = weights.keys.filter { $0 != language }.map { score($0, words, text) }.max() ?? 0
    return rival >= own * Self.clearFactor + Self.clearMargin
  }

  private func score(_ language: String, _ words: [Word], _ text: String) -> Double {
    let known = weights[language, default: [:]]
    let telling = letters[language, default: []]
    let fromWords = words.reduce(0) { $0 + known[$1.text, default: 0] }
    let fromLetters = text.unicodeScalars.reduce(0) { $0 + (telling.contains($1.lowered) ? Self.letterWeight : 0) }
    return fromWords + fromLetters
  }

  private static let tellingWords = 6
  private static let clearFactor = 1.5
  private static let clearMargin = 0.8
  private static let letterWeight = 0.3
}

extension Unicode.Scalar {
  fileprivate var lowered: Unicode.Scalar { properties.lowercaseMapping.unicodeScalars.first ?? self }
}

extension Draft {
  func languageViolation(_ evidence: LanguageEvidence) -> TextViolation? {
    let text = surroundings.joined(separator: " ")
    guard evidence.speaks(against: expectation.language, in: text) else { return nil }
    return TextViolation(.wrongLanguage, "Write in \(expectation.language), whatever language value is in.")
  }
}
