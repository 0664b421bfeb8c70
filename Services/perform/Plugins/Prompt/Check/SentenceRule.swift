/// Counts sentences by their closing marks, whatever case follows.
struct SentenceRule: Sendable {
  private let abbreviations: Set<String>
  private let hasOrdinalDots: Bool

  init(_ prompt: LanguagePrompt) {
    abbreviations = prompt.abbreviations
    hasOrdinalDots = prompt.hasOrdinalDots
  }

  /// A run of marks ends one sentence; so does a pause of dots. What stands behind the last one is a sentence too.
  func count(_ text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).flatMap(closed).split(separator: true).count
  }

  /// For each stretch of a word `false`, for each end of a sentence behind it `true`.
  private func closed(_ word: Substring) -> [Bool] {
    guard word.utf8.contains(where: Self.mayClose) else { return [false] }
    var marks: [Bool] = []
    var rest = word[...]
    while let start = rest.firstIndex(where: \.closesSentences) {
      let run = rest[start...].prefix(while: \.closesSentences)
      if rest[..<start].contains(where: \.isSpoken) { marks.append(false) }
      if closes(run, in: word) { marks.append(true) }
      rest = rest[run.endIndex...]
    }
    return rest.contains(where: \.isSpoken) ? marks + [false] : marks
  }

  /// The bytes that the closing marks begin with: most words have none.
  private static func mayClose(_ byte: UInt8) -> Bool { [0x21, 0x2E, 0x3F, 0xE2].contains(byte) }

  private func closes(_ run: Substring, in word: Substring) -> Bool {
    guard run == "." else { return true }
    let before = word[..<run.startIndex].reversed().prefix(while: \.isSpoken)
    let isNumber = !before.isEmpty && before.allSatisfy(\.isNumber)
    if isNumber, word[run.endIndex...].first?.isNumber ?? hasOrdinalDots { return false }
    let isInitial = before.count == 1 && before.allSatisfy(\.isLetter)
    return !isInitial && !abbreviations.contains(word[..<run.endIndex].lowercased())
  }
}

extension Draft {
  /// What the value contains ends no sentence.
  func sentenceViolation(_ rule: SentenceRule, atMost most: Int) -> TextViolation.Kind? {
    rule.count(surroundings.joined(separator: Self.stand)) > most ? .tooManySentences : nil
  }
}

extension Character {
  fileprivate var closesSentences: Bool { ".!?…".contains(self) }

  fileprivate var isSpoken: Bool { isLetter || isNumber }
}
