/// Phrases that are looked for in texts, found by their first word.
package struct PhraseIndex: Sendable {
  private let phrases: [String: [[String]]]

  /// - Parameter phrases: each a list of words; empty ones are left out.
  package init(_ phrases: [[String]]) {
    self.phrases = Dictionary(grouping: phrases.filter { !$0.isEmpty }) { $0[0] }
  }

  package var isEmpty: Bool { phrases.isEmpty }

  /// Whether a phrase stands in the words, one word behind the other.
  package func occurs(in words: [String]) -> Bool {
    words.indices.contains { start in
      phrases[words[start], default: []].contains { words[start...].starts(with: $0) }
    }
  }
}
