import Stemming

/// A text under examination, with the places of its value found.
struct Draft {
  let text: String
  let expectation: NoteExpectation
  let occurrences: [WholeOccurrence]

  init(_ text: String, _ expectation: NoteExpectation) {
    self.text = text
    self.expectation = expectation
    occurrences = WholeOccurrence.all(of: expectation.value, in: text)
  }

  /// Where the value stands: what it contains is not the writer's doing.
  var valueRange: Range<String.Index>? { occurrences.first { $0.isVerbatim }?.range ?? occurrences.first?.range }

  /// Stands for the value where only what is around it is looked at.
  static let stand = "value"

  /// The text before and after the value.
  var surroundings: [Substring] {
    guard let valueRange else { return [text[...]] }
    return [text[..<valueRange.lowerBound], text[valueRange.upperBound...]]
  }
}
