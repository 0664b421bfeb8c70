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

  /// Numbers that are part of a word, a time, a date, an amount or a longer code (`7th`, `B2`, `12:30`, `3. Oktober`,
  /// `2,50 €`, `555-1234`) stay as they are, and so do those whose marks have more than one meaning (`1,2,3`).
  package func spellOut(_ text: String) -> String {
    var result = ""
    var done = text.startIndex
    while let token = NumberToken.first(in: text[...], from: done, language: words.language) {
      result += text[done..<token.range.lowerBound]
      result += words.words(for: token) ?? String(text[token.range])
      done = token.range.upperBound
    }
    return result + text[done...]
  }
}
