import Stemming

extension Draft {
  /// A repetition counts in any case: it is heard all the same.
  var valueViolation: TextViolation.Kind? {
    guard let first = occurrences.first else { return .valueMissing }
    if occurrences.count > 1 { return .valueRepeated }
    return first.isVerbatim ? nil : .valueAltered
  }

  /// In Unicode code points, without tolerance.
  var lengthViolation: TextViolation.Kind? {
    let (length, range) = (text.unicodeScalars.count, expectation.length)
    return length < range.lowerBound ? .tooShort : length > range.upperBound ? .tooLong : nil
  }

  func topicViolation(in profile: LanguageProfile) -> TextViolation.Kind? {
    let hidden = HiddenWords(topic: expectation.topic, phrases: expectation.hiddenWords, in: profile)
    return hidden.occur(in: text, outside: valueRange) ? .topicNamed : nil
  }
}
