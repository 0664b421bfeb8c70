/// What is wrong with one field that a performer sent.
package struct ValueProblem: Error, Sendable, Equatable {
  package enum Code: String, Sendable, CaseIterable {
    case empty
    case tooLong = "too_long"
    case forbiddenCharacter = "forbidden_character"
    /// Nothing but punctuation: no one could say it.
    case unspeakable
    case notANumber = "not_a_number"
    case outOfRange = "out_of_range"
    case notAChoice = "not_a_choice"
  }

  package var code: Code
  package var field: String
  /// For a person; never holds what was sent.
  package var message: String

  package init(_ code: Code, field: String, message: String) {
    self.code = code
    self.field = field
    self.message = message
  }
}
