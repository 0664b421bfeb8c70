extension Draft {
  /// Marks that are fine inside the value and nowhere else.
  var markViolations: [TextViolation] {
    let surroundings = surroundings
    let scalars = surroundings.map { Array($0.unicodeScalars) }
    var violations: [TextViolation] = []
    if scalars.contains(where: hasQuotes) { violations.append(.init(.quotes, "Use no quotation marks.")) }
    if scalars.joined().contains(where: \.isLineBreakOrControl) {
      violations.append(.init(.lineBreak, "Write on one line."))
    }
    if scalars.joined().contains(where: \.isMarkup) { violations.append(.init(.markup, "Use no markup or brackets.")) }
    if scalars.joined().contains(where: \.isPictorial) { violations.append(.init(.emoji, "Use no emoji or symbols.")) }
    if let opening = surroundings.first.map(String.init) {
      if opening.startsWithLabel { violations.append(.init(.label, "Put no label or title before the note.")) }
      if opening.startsWithListMark { violations.append(.init(.list, "Write prose, not a list.")) }
    }
    return violations
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

  fileprivate var isMarkup: Bool { "*_#`~[]{}<>|\\".unicodeScalars.contains(self) }

  fileprivate var isPictorial: Bool {
    properties.isEmojiPresentation || properties.isEmojiModifier || properties.generalCategory == .otherSymbol
      || self == "\u{FE0F}"
  }
}

extension String {
  /// `Voice note: …`: up to three words and a colon that is not part of a time.
  fileprivate var startsWithLabel: Bool {
    guard let colon = firstIndex(of: ":") else { return false }
    let rest = self[index(after: colon)...]
    guard rest.isEmpty || rest.first?.isWhitespace == true else { return false }
    return self[..<colon].split(whereSeparator: \.isWhitespace).count <= 3
  }

  fileprivate var startsWithListMark: Bool {
    guard let first = split(whereSeparator: \.isWhitespace).first else { return false }
    if ["-", "–", "—", "•", "*"].contains(first) { return true }
    let digits = first.prefix { $0.isNumber }
    return !digits.isEmpty && [".", ")"].contains(first.dropFirst(digits.count))
  }
}
