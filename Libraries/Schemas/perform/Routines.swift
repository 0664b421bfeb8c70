/// Answer of `GET /routines`, in the order of the menus.
package struct RoutinesAnswer: Sendable, Codable, Equatable {
  package var routines: [RoutineAnswer]

  package init(routines: [RoutineAnswer]) { self.routines = routines }
}

package struct RoutineAnswer: Sendable, Codable, Equatable {
  package var id: String
  /// By language, as in the settings.
  package var titles: [String: String]
  package var input: RoutineInputAnswer

  package init(id: String, titles: [String: String], input: RoutineInputAnswer) {
    self.id = id
    self.titles = titles
    self.input = input
  }
}

/// How a routine's value is entered; only the members of its kind are there.
package struct RoutineInputAnswer: Sendable, Codable, Equatable {
  /// `choice`, `number` or `text`.
  package var kind: String
  /// By language, as in the settings.
  package var choices: [String: [String]]?
  /// Whether a value beside the choices is taken.
  package var allowsOther: Bool?
  package var minimum: Int?
  package var maximum: Int?
  /// In Unicode code points.
  package var maximumLength: Int?

  package init(kind: String) { self.kind = kind }

  package enum CodingKeys: String, CodingKey {
    case kind, choices, minimum, maximum
    case allowsOther = "allows_other"
    case maximumLength = "max_length"
  }
}
