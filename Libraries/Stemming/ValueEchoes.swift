/// Other forms in which a value would be heard once more: `spiders` beside `Spider`, `Jose` beside `José`,
/// `thirty-seven` beside `37`.
///
/// Values of nothing but stop words and single letters have none: every sentence is full of them.
package struct ValueEchoes: Sendable {
  private let own: [Form]
  private let others: PhraseIndex
  private let stemmer: Stemmer

  /// - Parameters:
  ///   - value: found again in any inflection, without its marks, and without the articles around it.
  ///   - names: what else the value is called; found again word for word, marks apart.
  package init(of value: String, alsoCalled names: [String], in profile: LanguageProfile) {
    stemmer = profile.stemmer
    own = Self.telling(value, in: profile).map { Form($0, profile.stemmer) }
    others = PhraseIndex(names.map { Self.telling($0, in: profile).map(\.withoutMarks) })
  }

  /// Whether the text, which does not contain the value itself, sounds like it somewhere.
  package func occur(in text: String) -> Bool {
    guard !own.isEmpty || !others.isEmpty else { return false }
    let words = Word.all(in: text).map { Form($0.text, stemmer) }
    return words.contains(own, by: { $0.sounds(like: $1) }) || others.occurs(in: words.map(\.folded))
  }

  /// The words from the first to the last one with a content of its own.
  private static func telling(_ text: String, in profile: LanguageProfile) -> [String] {
    let words = Word.all(in: text).map(\.text)
    let isTelling = { (word: String) in
      !profile.stopWords.contains(word) && (word.count > 1 || word.allSatisfy(\.isNumber))
    }
    guard let first = words.firstIndex(where: isTelling), let last = words.lastIndex(where: isTelling) else {
      return []
    }
    return Array(words[first...last])
  }
}

/// A word as it is heard.
private struct Form {
  let folded: String
  let stem: String

  init(_ word: String, _ stemmer: Stemmer) {
    folded = word.withoutMarks
    stem = stemmer.stem(word)
  }

  func sounds(like other: Form) -> Bool {
    folded == other.folded || (stem.count >= Self.tellingStem && stem == other.stem) || isPlural(of: other)
  }

  /// Of a foreign word, which the language's stemmer does not know.
  private func isPlural(of other: Form) -> Bool {
    other.folded.count > Self.tellingStem && folded == other.folded + "s"
  }

  /// In letters.
  private static let tellingStem = 3
}

extension [Form] {
  fileprivate func contains(_ phrase: [Form], by isSame: (Form, Form) -> Bool) -> Bool {
    guard !phrase.isEmpty, count >= phrase.count else { return false }
    return (0...(count - phrase.count)).contains { start in
      zip(self[start...], phrase).allSatisfy(isSame)
    }
  }
}
