/// Words that a text must not contain in any inflection that the language's stemmer catches.
package struct HiddenWords: Sendable {
  private let phrases: [[String]]
  private let stemmer: Stemmer

  /// - Parameters:
  ///   - topic: every word of it is hidden by itself, stop words apart; a topic of nothing but stop words is
  ///     hidden as one phrase.
  ///   - phrases: each is hidden as a whole.
  package init(topic: String?, phrases: [String], in profile: LanguageProfile) {
    stemmer = profile.stemmer
    let topicWords = topic.map { Self.hidden($0, in: profile) } ?? []
    self.phrases = topicWords + phrases.map { profile.stemmer.stems(of: $0).map(\.text) }.filter { !$0.isEmpty }
  }

  /// Whether any hidden word occurs in the text outside the range.
  package func occur(in text: String, outside spared: Range<String.Index>?) -> Bool {
    guard !phrases.isEmpty else { return false }
    let stems = stemmer.stems(of: text).filter { word in spared.map { !$0.overlaps(word.range) } ?? true }
    return phrases.contains { phrase in stems.map(\.text).contains(phrase) }
  }

  private static func hidden(_ topic: String, in profile: LanguageProfile) -> [[String]] {
    let words = Word.all(in: topic)
    let content = words.filter { !profile.stopWords.contains($0.text) }
    let stem = { (word: Word) in profile.stemmer.stem(word.text) }
    if content.isEmpty { return words.isEmpty ? [] : [words.map(stem)] }
    return content.map { [stem($0)] }
  }
}
