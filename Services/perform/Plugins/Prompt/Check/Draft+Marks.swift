extension Draft {
  /// Marks that are fine inside the value and nowhere else.
  func markViolations(_ rules: CheckRules) -> [TextViolation.Kind] {
    let surroundings = surroundings
    let scalars = surroundings.map { Array($0.unicodeScalars) }
    let opening = String(surroundings.first ?? "")
    let found: [(TextViolation.Kind, Bool)] = [
      (.quotes, scalars.contains(where: hasQuotes)),
      (.lineBreak, scalars.joined().contains(where: \.isLineBreakOrControl)),
      (.markup, scalars.joined().contains(where: rules.markup.contains)),
      (.emoji, scalars.joined().contains(where: \.isPictorial)),
      (.label, opening.startsWithLabel(ofAtMost: rules.longestLabel)),
      (.list, opening.startsWithListMark(rules.listMarks)),
    ]
    return found.filter(\.1).map(\.0)
  }

  /// An apostrophe follows a letter; anything else of its shape is a quotation mark.
  private func hasQuotes(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.indices.contains { index in
      if scalars[index].properties.isQuotationMark, scalars[index] != "'", scalars[index] != "\u{2019}" { return true }
      guard scalars[index] == "'" || scalars[index] == "\u{2019}" else { return false }
      return index == 0 || !scalars[index - 1].properties.isAlphabetic
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isLineBreakOrControl: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .format: true
    default: false
    }
  }

  fileprivate var isPictorial: Bool {
    properties.isEmojiPresentation || properties.isEmojiModifier || properties.generalCategory == .otherSymbol
      || self == "\u{FE0F}"
  }
}

extension String {
  /// `Voice note: …`: a few words and a colon that is not part of a time.
  fileprivate func startsWithLabel(ofAtMost longest: Int) -> Bool {
    guard let colon = firstIndex(of: ":") else { return false }
    let rest = self[index(after: colon)...]
    guard rest.isEmpty || rest.first?.isWhitespace == true else { return false }
    return self[..<colon].split(whereSeparator: \.isWhitespace).count <= longest
  }

  fileprivate func startsWithListMark(_ marks: Set<String>) -> Bool {
    guard let first = split(whereSeparator: \.isWhitespace).first else { return false }
    if marks.contains(String(first)) { return true }
    let digits = first.prefix { $0.isNumber }
    return !digits.isEmpty && [".", ")"].contains(first.dropFirst(digits.count))
  }
}
