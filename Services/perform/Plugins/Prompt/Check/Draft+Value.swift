import Stemming

extension Draft {
  /// A repetition counts in any case: it is heard all the same.
  var valueViolation: TextViolation? {
    guard let first = occurrences.first else {
      return TextViolation(.valueMissing, "Say value once, exactly as it stands, as words of its own.")
    }
    if occurrences.count > 1 { return TextViolation(.valueRepeated, "Say value only once.") }
    if !first.isVerbatim { return TextViolation(.valueAltered, "Keep the capitals of value exactly as they stand.") }
    return nil
  }

  /// In Unicode code points, without tolerance.
  var lengthViolation: TextViolation? {
    let (length, range) = (text.unicodeScalars.count, expectation.length)
    let target = "write \(range.lowerBound) to \(range.upperBound)."
    if length < range.lowerBound { return TextViolation(.tooShort, "The draft had \(length) characters; \(target)") }
    if length > range.upperBound { return TextViolation(.tooLong, "The draft had \(length) characters; \(target)") }
    return nil
  }

  func topicViolation(in profile: LanguageProfile) -> TextViolation? {
    let hidden = HiddenWords(topic: expectation.topic, phrases: expectation.hiddenWords, in: profile)
    guard hidden.occur(in: text, outside: valueRange) else { return nil }
    return TextViolation(.topicNamed, "Outside of value, use no word of topic or never_say and no other form of one.")
  }
}
