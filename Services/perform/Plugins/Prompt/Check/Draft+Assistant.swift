import Stemming

extension Draft {
  /// A model that refuses or introduces its note has not written one, however well the rest fits.
  ///
  /// - Parameter phrases: by first word.
  func assistantViolation(_ phrases: [String: [[String]]]) -> TextViolation.Kind? {
    let isTold = surroundings.contains { part in
      let words = Word.all(in: String(part)).map(\.text)
      return words.indices.contains { start in
        phrases[words[start], default: []].contains { words[start...].starts(with: $0) }
      }
    }
    return isTold ? .assistantTalk : nil
  }
}
