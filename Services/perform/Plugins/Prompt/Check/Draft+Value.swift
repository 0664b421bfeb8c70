import Stemming

extension Draft {
  /// A repetition counts in any case and form: it is heard all the same.
  func valueViolation(_ echoes: SpokenEchoes) -> TextViolation.Kind? {
    guard let first = occurrences.first else { return .valueMissing }
    if occurrences.count > 1 || surroundings.contains(where: { echoes.occur(in: String($0)) }) { return .valueRepeated }
    return first.isVerbatim ? nil : .valueAltered
  }

  /// In Unicode code points, without tolerance.
  var lengthViolation: TextViolation.Kind? {
    let (length, range) = (text.unicodeScalars.count, expectation.length)
    return length < range.lowerBound ? .tooShort : length > range.upperBound ? .tooLong : nil
  }

  func topicViolation(_ hidden: HiddenWords) -> TextViolation.Kind? {
    hidden.occur(in: text, outside: valueRange) ? .topicNamed : nil
  }
}
