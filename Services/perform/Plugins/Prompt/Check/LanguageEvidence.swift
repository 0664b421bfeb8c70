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

  /// Whether the text is not in the language: another one speaks from it as a whole or from one stretch of it, or
  /// hardly a word of it is known.
  ///
  /// The bounds are measured: see the plugin's README.
  func speaks(against language: String, in text: String) -> Bool {
    let words = Word.all(in: text).map(\.text)
    let own = score(language, words, text.unicodeScalars)
    if words.count >= Self.tellingWords && own < Self.leastShare * Double(words.count) { return true }
    if rivalry(to: language, words, text.unicodeScalars) >= own + Self.lead { return true }
    return words.indices.dropLast(Self.stretch - 1).contains { start in
      let stretch = Array(words[start..<(start + Self.stretch)])
      let letters = stretch.joined().unicodeScalars
      let own = score(language, stretch, letters)
      return rivalry(to: language, stretch, letters) >= 2 * own + Self.stretchLead
    }
  }

  private func rivalry(to language: String, _ words: [String], _ letters: String.UnicodeScalarView) -> Double {
    weights.keys.filter { $0 != language }.map { score($0, words, letters) }.max() ?? 0
  }

  private func score(_ language: String, _ words: [String], _ letters: String.UnicodeScalarView) -> Double {
    let known = weights[language, default: [:]]
    let telling = self.letters[language, default: []]
    let fromWords = words.reduce(0) { $0 + known[$1, default: 0] }
    return fromWords + Double(letters.count { telling.contains($0.lowered) }) * Self.letterWeight
  }

  private static let tellingWords = 6
  /// Evidence per word.
  private static let leastShare = 0.09
  private static let lead = 0.5
  /// In words.
  private static let stretch = 7
  private static let stretchLead = 1.5
  private static let letterWeight = 0.3
}

extension Unicode.Scalar {
  fileprivate var lowered: Unicode.Scalar { properties.lowercaseMapping.unicodeScalars.first ?? self }
}

extension Draft {
  func languageViolation(_ evidence: LanguageEvidence) -> TextViolation.Kind? {
    let text = surroundings.joined(separator: " ")
    return evidence.speaks(against: expectation.language, in: text) ? .wrongLanguage : nil
  }
}
