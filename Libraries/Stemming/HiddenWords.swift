/// Words that a text must not contain in any inflection that the language's stemmer catches, nor, in a language that
/// joins words, as the first or last part of a longer one: `Karte` is hidden in `Kartenspiel` and `Landkarte`.
package struct HiddenWords: Sendable {
  private let phrases: PhraseIndex
  /// Trunks of phrases of one word with content only.
  private let parts: [String]
  private let stemmer: Stemmer

  /// - Parameters:
  ///   - topic: every word of it is hidden by itself, stop words apart; a topic of nothing but stop words is
  ///     hidden as one phrase.
  ///   - phrases: each is hidden as a whole.
  package init(topic: String?, phrases: [String], in profile: LanguageProfile) {
    stemmer = profile.stemmer
    let topicWords = topic.map { Self.hidden($0, in: profile) } ?? []
    let hidden = (topicWords + phrases.map { Word.all(in: $0).map(\.text) }).filter { !$0.isEmpty }
    self.phrases = PhraseIndex(hidden.map { $0.map(profile.stemmer.stem) })
    let single = hidden.filter { $0.count == 1 }.joined().filter { !profile.stopWords.contains($0) }
    parts = profile.joinsWords ? single.map(profile.stemmer.trunk) : []
  }

  /// Whether any hidden word occurs in the text outside the range.
  package func occur(in text: String, outside spared: Range<String.Index>?) -> Bool {
    guard !phrases.isEmpty else { return false }
    let words = Word.all(in: text).filter { word in spared.map { !$0.overlaps(word.range) } ?? true }.map(\.text)
    return phrases.occurs(in: words.map(stemmer.stem)) || words.contains(where: isCompound)
  }

  private func isCompound(_ word: String) -> Bool {
    guard parts.contains(where: { $0.count >= Self.tellingPart && $0.count < word.count }) else { return false }
    let trunk = stemmer.trunk(word)
    return parts.contains { $0.count >= Self.tellingPart && (trunk.hasPrefix($0) || trunk.hasSuffix($0)) }
  }

  private static func hidden(_ topic: String, in profile: LanguageProfile) -> [[String]] {
    let words = Word.all(in: topic)
    let content = words.filter { !profile.stopWords.contains($0.text) }
    return content.isEmpty ? [words.map(\.text)] : content.map { [$0.text] }
  }

  /// In letters: shorter stems are parts of words that have nothing to do with them.
  private static let tellingPart = 4
}
