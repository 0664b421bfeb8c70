import Foundation

extension Routine {
  /// Everything that keeps this routine from taking the value; empty when it fits.
  package func problems(with value: SpokenValue) -> [ValueProblem] {
    switch input {
    case .number(let range): numberProblems(value.text, range)
    case .text(let maximumLength): lengthProblems(value, maximumLength)
    case .choice(_, allowsOther: true, let maximumLength): lengthProblems(value, maximumLength)
    case .choice(let choices, allowsOther: false, _): choiceProblems(value.text, choices)
    }
  }

  /// Digits of any other script, signs and separators are refused: nobody could tell how they would be spoken.
  private func numberProblems(_ text: String, _ range: ClosedRange<Int>) -> [ValueProblem] {
    let digits = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
    let isSignedZero = digits.count < text.count && Int(digits) == 0
    guard !digits.isEmpty, !isSignedZero, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return [problem(.notANumber, "value must be a whole number in digits.")]
    }
    guard let number = Int(text), range.contains(number) else {
      return [problem(.outOfRange, "value must be from \(range.lowerBound) to \(range.upperBound).")]
    }
    return []
  }

  private func lengthProblems(_ value: SpokenValue, _ maximumLength: Int) -> [ValueProblem] {
    guard value.length > maximumLength else { return [] }
    return [problem(.tooLong, "value must have at most \(maximumLength) characters.")]
  }

  /// A choice counts in any language, whatever its case and accents.
  private func choiceProblems(_ text: String, _ choices: [String: [String]]) -> [ValueProblem] {
    let isOffered = choices.values.joined().contains { $0.folded == text.folded }
    return isOffered ? [] : [problem(.notAChoice, "value must be one of the choices of \(id).")]
  }

  private func problem(_ code: ValueProblem.Code, _ message: String) -> ValueProblem {
    ValueProblem(code, field: "value", message: message)
  }
}

extension String {
  fileprivate var folded: String { folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil) }
}
