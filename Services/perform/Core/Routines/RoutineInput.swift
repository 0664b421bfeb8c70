/// How a routine's value is entered, and which values it takes.
package enum RoutineInput: Sendable, Equatable {
  /// A list to pick from, by language; with `allowsOther` it only offers, up to the given length in code points.
  case choice([String: [String]], allowsOther: Bool, maximumLength: Int)
  case number(ClosedRange<Int>)
  case text(maximumLength: Int)

  /// `choice`, `number` or `text`.
  package var kind: String {
    switch self {
    case .choice: "choice"
    case .number: "number"
    case .text: "text"
    }
  }
}

extension RoutineInput: Decodable {
  private struct File: Decodable {
    var kind: String
    var choices: [String: [String]]?
    var allows_other: Bool?
    var minimum: Int?
    var maximum: Int?
    var max_length: Int?
  }

  package init(from decoder: any Decoder) throws {
    let file = try File(from: decoder)
    let maximumLength = file.max_length ?? SpokenValue.maximumLength
    switch (file.kind, file.choices, file.minimum, file.maximum) {
    case ("choice", let choices?, _, _):
      self = .choice(choices, allowsOther: file.allows_other ?? false, maximumLength: maximumLength)
    case ("number", _, let minimum?, let maximum?) where minimum <= maximum:
      self = .number(minimum...maximum)
    case ("text", _, _, _):
      self = .text(maximumLength: maximumLength)
    default:
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "choice needs choices, number needs its range"))
    }
  }
}
