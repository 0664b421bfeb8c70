import Foundation
import Schemas

/// Writes a text's digits out as words, for speech models that would read them badly.
///
/// Only what is *sent* to such a model changes; the text as answered and charged keeps its digits.
package struct NumberSpelling: Sendable {
  private let words: NumberWords

  /// - Parameter readsYears: four digits alone are a year and not a quantity.
  package init(language: UserSettings.Language, readsYears: Bool) {
    words = NumberWords(language: language, readsYears: readsYears)
  }

  /// Numbers that are part of a word (`7th`, `B2`) stay as they are.
  package func spellOut(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let token = NumberToken.first(in: rest, language: words.language) {
      result += rest[..<token.range.lowerBound]
      result += words.words(for: token) ?? String(rest[token.range])
      rest = rest[token.range.upperBound...]
    }
    return result + rest
  }
}
