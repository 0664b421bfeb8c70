import Schemas

/// A number in a text: a run of ASCII digits that stands on its own, with its sign, groups and decimals.
struct NumberToken: Equatable {
  var range: Range<Substring.Index>
  var isNegative: Bool
  /// Without group marks; leading zeros kept.
  var whole: String
  var fraction: String?

  /// The first one at or behind `start`; what stands before that still tells whether it is part of a word.
  static func first(
    in text: Substring, from start: Substring.Index, language: UserSettings.Language
  ) -> NumberToken? {
    var index = start
    while let start = text[index...].firstIndex(where: \.isDigit) {
      let token = NumberToken(in: text, at: start, marks: NumberMarks(language))
      guard token.isPartOfWord(in: text) else { return token }
      index = token.range.upperBound
    }
    return nil
  }

  private init(in text: Substring, at start: Substring.Index, marks: NumberMarks) {
    let digits = text[start...].prefix(while: \.isDigit)
    whole = String(digits)
    var end = digits.endIndex
    while digits.count <= 3, let group = Self.group(in: text, at: end, mark: marks.group) {
      whole += group
      end = group.endIndex
    }
    if let decimals = Self.decimals(in: text, at: end, mark: marks.decimal) {
      fraction = String(decimals)
      end = decimals.endIndex
    }
    isNegative = Self.hasSign(in: text, before: start)
    range = (isNegative ? text.index(before: start) : start)..<end
  }

  /// Three digits behind a group mark, and no fourth.
  private static func group(in text: Substring, at index: Substring.Index, mark: Character) -> Substring? {
    guard index < text.endIndex, text[index] == mark else { return nil }
    let digits = text[text.index(after: index)...].prefix(while: \.isDigit)
    return digits.count == 3 ? digits : nil
  }

  private static func decimals(in text: Substring, at index: Substring.Index, mark: Character) -> Substring? {
    guard index < text.endIndex, text[index] == mark else { return nil }
    let digits = text[text.index(after: index)...].prefix(while: \.isDigit)
    return digits.isEmpty ? nil : digits
  }

  /// A hyphen or minus that nothing but white space precedes.
  private static func hasSign(in text: Substring, before start: Substring.Index) -> Bool {
    guard start > text.startIndex else { return false }
    let sign = text.index(before: start)
    guard text[sign] == "-" || text[sign] == "\u{2212}" else { return false }
    return sign == text.startIndex || text[text.index(before: sign)].isWhitespace
  }

  private func isPartOfWord(in text: Substring) -> Bool {
    let before = range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
    let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
    return before.isLetter || after.isLetter || before.isCurrencySymbol || after.isCurrencySymbol || after == "°"
      || (Self.joins.contains(before) && !isNegative) || joinsDigits(in: text, after)
  }

  /// A mark that only parts digits: `12:30`, `555-1234`, `24/7`, but not the end of a clause.
  private func joinsDigits(in text: Substring, _ mark: Character) -> Bool {
    guard ["/", ":", "-"].contains(mark) else { return false }
    let next = text.index(after: range.upperBound)
    return next < text.endIndex && text[next].isDigit
  }

  private static let joins: Set<Character> = ["/", ":", "-", ".", ",", "_"]
}

/// Which mark parts thousands and which decimals.
struct NumberMarks {
  var group: Character
  var decimal: Character

  init(_ language: UserSettings.Language) {
    (group, decimal) = language == .english ? (",", ".") : (".", ",")
  }
}

extension Character {
  fileprivate var isDigit: Bool { isASCII && isNumber }
}
