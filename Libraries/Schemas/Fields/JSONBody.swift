/// A JSON body that a route accepts.
package protocol JSONBody: Sendable {
  init(from fields: inout FieldReader)

  /// Whether fields that ``init(from:)`` does not read are refused by name (default: ignored).
  static var refusesUnknownFields: Bool { get }
}

extension JSONBody {
  package static var refusesUnknownFields: Bool { false }

  /// The body as declared by its reads.
  package static var shape: [FieldShape] {
    var fields = FieldReader([:])
    _ = Self(from: &fields)
    return fields.shape
  }

  /// - Throws: `VALIDATION_FAILED` with every problem in `fields`.
  package static func decode(_ body: JSONValue) throws(ServiceError) -> Self {
    guard case .object(let members) = body else {
      throw ServiceError(.validationFailed, "The body must be one JSON object.")
    }
    var fields = FieldReader(members)
    let value = Self(from: &fields)
    if refusesUnknownFields {
      for name in fields.unread { fields.report(name, "is not known") }
    }
    guard fields.problems.isEmpty else { throw .validation(fields.problems) }
    return value
  }
}

extension ServiceError {
  package static func validation(_ problems: [FieldProblem]) -> ServiceError {
    let names = problems.map { "\($0.field) \($0.problem)" }.joined(separator: "; ")
    let fields = problems.map { JSONValue.object(["field": .string($0.field), "problem": .string($0.problem)]) }
    return ServiceError(.validationFailed, "Not valid: \(names).", details: ["fields": .array(fields)])
  }
}
