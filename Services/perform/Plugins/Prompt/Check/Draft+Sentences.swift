extension Draft {
  /// What the value contains ends no sentence.
  func sentenceViolation(_ rules: CheckRules) -> TextViolation.Kind? {
    surroundings.joined(separator: "x").sentenceCount > rules.mostSentences ? .tooManySentences : nil
  }
}

extension String {
  /// `.`, `!` and `?` end a sentence where no small letter follows; dots of suspension only at the very end.
  fileprivate var sentenceCount: Int {
    let words = split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { return 0 }
    let inner = zip(words, words.dropFirst()).filter { word, next in
      word.last.map { ".!?".contains($0) } == true && !word.hasSuffix("..") && next.first?.isLowercase == false
    }
    return inner.count + 1
  }
}
