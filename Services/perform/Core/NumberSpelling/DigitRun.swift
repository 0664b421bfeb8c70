/// Digits of a text with the marks between them, before anyone knows what they mean: `10 000,5`, `3.10.2024`.
struct DigitRun {
  private(set) var parts: [Substring]
  /// One fewer than parts.
  private(set) var marks: [Character] = []
  private(set) var end: Substring.Index

  /// - Parameter start: where a digit stands.
  init(in text: Substring, at start: Substring.Index) {
    let digits = text[start...].prefix(while: \.isDigit)
    parts = [digits]
    end = digits.endIndex
    joinSpacedGroups(in: text, from: start)
    join(in: text, by: NumberMarks.points)
  }

  /// Numbers that merely stand side by side (`4 12`, `555 123 4567`) stay apart.
  private mutating func joinSpacedGroups(in text: Substring, from start: Substring.Index) {
    var spaced = self
    spaced.join(in: text, by: NumberMarks.neutral)
    if Self.areThousands(spaced.parts[...]), !Self.isPreceded(in: text, at: start) { self = spaced }
  }

  private mutating func join(in text: Substring, by joining: Set<Character>) {
    while let mark = text[end...].first, joining.contains(mark) {
      let digits = text[end...].dropFirst().prefix(while: \.isDigit)
      guard !digits.isEmpty else { return }
      marks.append(mark)
      parts.append(digits)
      end = digits.endIndex
    }
  }

  private static func isPreceded(in text: Substring, at start: Substring.Index) -> Bool {
    let before = text[..<start].suffix(2)
    return before.first?.isDigit == true && before.last.map(NumberMarks.neutral.contains) == true
  }

  /// One to three digits without a leading zero, then threes.
  static func areThousands(_ parts: ArraySlice<Substring>) -> Bool {
    guard let first = parts.first, parts.count > 1, first.count <= 3, first.first != "0" else { return false }
    return parts.dropFirst().allSatisfy { $0.count == 3 }
  }
}

extension Character {
  var isDigit: Bool { isASCII && isNumber }
}
