import Schemas

/// A number in a text: a run of ASCII digits that stands on its own, with its sign, groups and decimals.
struct NumberToken {
  let range: Range<Substring.Index>
  let isNegative: Bool
  let number: WrittenNumber
  private let place: NumberPlace

  /// The first one at or behind `start`; what stands before that still tells whether it is part of a word.
  static func first(
    in text: Substring, from start: Substring.Index, language: UserSettings.Language
  ) -> NumberToken? {
    var index = start
    while let start = text[index...].firstIndex(where: \.isDigit) {
      let run = DigitRun(in: text, at: start)
      if let number = WrittenNumber(run, language: language) {
        let token = NumberToken(number, at: start..<run.end, in: text)
        if !token.staysInDigits(language) { return token }
      }
      index = run.end
    }
    return nil
  }

  private init(_ number: WrittenNumber, at digits: Range<Substring.Index>, in text: Substring) {
    isNegative = Self.hasSign(in: text, before: digits.lowerBound)
    range = (isNegative ? text.index(before: digits.lowerBound) : digits.lowerBound)..<digits.upperBound
    place = NumberPlace(of: range, in: text)
    self.number = number
  }

  /// A whole number as years are written, and no quantity of something.
  var mayBeYear: Bool {
    number.fraction == nil && number.groupMarks == 0 && !isNegative && !place.isCounted
  }

  /// A hyphen or minus that nothing but white space precedes.
  private static func hasSign(in text: Substring, before start: Substring.Index) -> Bool {
    let before = text[..<start]
    guard before.last == "-" || before.last == "\u{2212}" else { return false }
    return before.dropLast().last?.isWhitespace ?? true
  }

  private func staysInDigits(_ language: UserSettings.Language) -> Bool {
    place.isPartOfWord || place.isAmount || (language == .german && isGermanDate)
  }

  /// `3. Oktober`, `am 3.10. um`, `10.30 Uhr`.
  private var isGermanDate: Bool {
    guard let day = Int(number.whole), (0...31).contains(day) else { return false }
    return place.hasOrdinalDot || (number.fraction != nil && place.isClock)
  }
}
