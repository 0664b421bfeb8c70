import Foundation

/// One word of a text: lower case, NFC, with its place in the text.
package struct Word: Sendable, Equatable {
  package var text: String
  package var range: Range<String.Index>

  /// The words of a text in order, by Unicode properties alone: no locale changes the answer.
  ///
  /// A word is a run of letters, marks and digits. Apostrophes and hyphens part words, so that `l’ombre` ends in
  /// `ombre`. Han and kana give a word per character; emoji and punctuation give none.
  package static func all(in text: String) -> [Word] {
    let scalars = text.unicodeScalars
    var words: [Word] = []
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let end = endOfWord(from: index, in: scalars)
      if end > index {
        words.append(Word(text: normalized(scalars[index..<end]), range: index..<end))
        index = end
      } else {
        index = scalars.index(after: index)
      }
    }
    return words
  }

  private static func endOfWord(from start: String.Index, in scalars: String.UnicodeScalarView) -> String.Index {
    var end = start
    while end < scalars.endIndex, scalars[end].isWordPart, end == start || !scalars[end].isUnspaced {
      let isWhole = scalars[end].isUnspaced
      end = scalars.index(after: end)
      if isWhole { break }
    }
    return end
  }

  private static func normalized(_ scalars: Substring.UnicodeScalarView) -> String {
    let lower = String(scalars).lowercased()
    return lower.utf8.allSatisfy { $0 < 0x80 } ? lower : lower.precomposedStringWithCanonicalMapping
  }
}
