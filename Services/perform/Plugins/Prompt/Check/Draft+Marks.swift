extension Draft {
  /// Marks that are fine inside the value and nowhere else.
  func markViolations(_ rules: CheckRules) -> [TextViolation.Kind] {
    let surroundings = surroundings
    let scalars = surroundings.map { Array($0.unicodeScalars) }
    let opening = String(surroundings.first ?? "")
    let found: [(TextViolation.Kind, Bool)] = [
      (.quotes, scalars.contains(where: hasQuotes)),
      (.lineBreak, scalars.joined().contains(where: \.isLineBreakOrControl)),
      (.markup, scalars.joined().contains { rules.markup.contains($0) || $0.isBracket }),
      (.emoji, scalars.joined().contains(where: \.isPictorial)),
      (.label, opening.startsWithLabel),
      (.list, opening.startsWithListMark(rules.listMarks)),
    ]
    return found.filter(\.1).map(\.0)
  }

  /// An apostrophe follows a letter; anything else of its shape is a quotation mark.
  private func hasQuotes(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.indices.contains { index in
      guard scalars[index] == "'" || scalars[index] == "\u{2019}" else { return scalars[index].isQuotation }
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

  /// Primes and accents that stand alone are put in the place of quotation marks.
  fileprivate var isQuotation: Bool {
    if properties.isQuotationMark || (0x2032...0x2037).contains(value) || self == "\u{2057}" { return true }
    switch properties.generalCategory {
    case .initialPunctuation, .finalPunctuation, .modifierSymbol: return !properties.isEmojiModifier && self != "`"
    default: return false
    }
  }

  fileprivate var isBracket: Bool {
    switch properties.generalCategory {
    case .openPunctuation, .closePunctuation: !properties.isQuotationMark
    default: false
    }
  }

  fileprivate var isPictorial: Bool {
    properties.isEmojiPresentation || properties.isEmojiModifier || properties.generalCategory == .otherSymbol
      || self == "\u{FE0F}"
  }
}

extension String {
  /// `Voice note: …`: a colon in the first sentence that is not part of a time.
  fileprivate var startsWithLabel: Bool {
    let sentence = prefix { !".!?…".contains($0) }
    return sentence.indices.contains { index in
      guard ":：∶".contains(self[index]) else { return false }
      let next = self.index(after: index)
      return next == endIndex || !self[next].isNumber
    }
  }

  fileprivate func startsWithListMark(_ marks: Set<String>) -> Bool {
    guard let first = split(whereSeparator: \.isWhitespace).first else { return false }
    if marks.contains(String(first)) { return true }
    let digits = first.prefix { $0.isNumber }
    return !digits.isEmpty && [".", ")"].contains(first.dropFirst(digits.count))
  }
}
