/// One field of a request body as its reader declares it; OpenAPI and the tests of bad input are made from these.
package struct FieldShape: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// Length in Unicode code points.
    case string(length: ClosedRange<Int>)
    case choice([String])
    case integer(ClosedRange<Int>)
    case number(ClosedRange<Double>)
    case boolean
    case object
  }

  package var name: String
  package var kind: Kind
  package var required: Bool
  package var nullable: Bool
}

/// What is wrong with one field.
package struct FieldProblem: Sendable, Equatable, Codable {
  package var field: String
  package var problem: String

  package init(field: String, problem: String) {
    self.field = field
    self.problem = problem
  }
}
