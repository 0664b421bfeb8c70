/// One complaint of the body's schema: a member of the `detail` list of a 422.
struct Violation: Sendable {
  var type: String
  var location: [JSON]
  var message: String
  var input: JSON
  var context: JSON?

  var body: JSON {
    var members: [String: JSON] = [
      "type": .string(type), "loc": .array(location), "msg": .string(message), "input": input,
    ]
    members["ctx"] = context
    return .object(members)
  }

  static func missing(_ location: [JSON], input: JSON = nil) -> Violation {
    Violation(type: "missing", location: location, message: "Field required", input: input)
  }
}

extension [Violation] {
  /// Throws the 422 that lists all of them; does nothing when there are none.
  func throwIfAny(_ request: EmulatorRequest) throws {
    guard !isEmpty else { return }
    throw Refusal(answer: ElevenLabsAnswer.error(["detail": .array(map(\.body))], status: 422, to: request))
  }
}
