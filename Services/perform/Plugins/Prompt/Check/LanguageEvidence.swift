import Stemming

/// How strongly words speak for each language: a word shared by several counts for each of them in part.
struct LanguageEvidence: Sendable {
  /// By language, in one order throughout.
  private let languages: [String]
  /// By stop word, for each language.
  private let weights: [String: [Double]]
  /// By characteristic letter, for each language.
  private let letters: [Unicode.Scalar: [Double]]

  init(_ profiles: LanguageProfiles) {
    languages = profiles.all.map(\.language)
    let stopWords = Set(profiles.all.flatMap(\.stopWords))
    weights = Dictionary(
      uniqueKeysWithValues: stopWords.map { word in
        let holders = profiles.all.map { $0.stopWords.contains(word) }
        let share = 1 / Double(holders.count { $0 })
        return (word, holders.map { $0 ? share : 0 })
      })
    letters = Dictionary(
      uniqueKeysWithValues: Set(profiles.all.flatMap(\.letters)).map { letter in
        (letter, profiles.all.map { $0.letters.contains(letter) ? Self.letterWeight : 0 })
      })
  }

  /// Whether the text is not in the language: another one speaks from it as a whole or from one stretch of it, or
  /// hardly a word of it is known.
  ///
  /// The bounds are measured: see the plugin's README.
  func speaks(against language: String, in text: String) -> Bool {
    guard let own = languages.firstIndex(of: language) else { return true }
    let words = Word.all(in: text).map { scores(of: $0.text) }
    let whole = sum(words + [marks(in: text)])
    if words.count >= Self.tellingWords, whole[own] < Self.leastShare * Double(words.count) { return true }
    if rivalry(to: own, in: whole) >= whole[own] + Self.lead { return true }
    return words.indices.dropLast(Self.stretch - 1).contains { start in
      let stretch = sum(words[start..<(start + Self.stretch)])
      return rivalry(to: own, in: stretch) >= 2 * stretch[own] + Self.stretchLead
    }
  }

  private func scores(of word: String) -> [Double] {
    sum([weights[word] ?? nothing] + word.unicodeScalars.compactMap { letters[$0] })
  }

  /// Characteristic marks that belong to no word.
  private func marks(in text: String) -> [Double] {
    sum(text.unicodeScalars.filter { !$0.properties.isAlphabetic }.compactMap { letters[$0] })
  }

  private func sum(_ scores: some Sequence<[Double]>) -> [Double] {
    scores.reduce(into: nothing) { total, score in
      for index in total.indices { total[index] += score[index] }
    }
  }

  private func rivalry(to own: Int, in scores: [Double]) -> Double {
    scores.enumerated().filter { $0.offset != own }.map(\.element).max() ?? 0
  }

  private var nothing: [Double] { Array(repeating: 0, count: languages.count) }

  private static let tellingWords = 6
  /// Evidence per word.
  private static let leastShare = 0.09
  private static let lead = 0.5
  /// In words.
  private static let stretch = 7
  private static let stretchLead = 1.5
  private static let letterWeight = 0.3
}
