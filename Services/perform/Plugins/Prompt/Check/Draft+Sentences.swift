extension Draft {
  /// One sentence or two; what the value contains ends none.
  var sentenceViolation: TextViolation? {
    guard surroundings.joined(separator: "x").sentenceCount > 2 else { return nil }
    return TextViolation(.tooManySentences, "Write one sentence or two.")
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
