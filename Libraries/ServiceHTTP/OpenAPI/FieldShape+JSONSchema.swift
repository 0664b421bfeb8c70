import Schemas

extension [FieldShape] {
  /// The fields as one JSON Schema object (draft 2020-12, as OpenAPI 3.1 uses it).
  var schema: JSONValue {
    var members: [String: JSONValue] = [
      "type": "object",
      "properties": .object(Dictionary(map { ($0.name, $0.schema) }, uniquingKeysWith: { first, _ in first })),
    ]
    let required = filter(\.required).map { JSONValue.string($0.name) }
    if !required.isEmpty { members["required"] = .array(required) }
    return .object(members)
  }
}

extension FieldShape {
  fileprivate var schema: JSONValue {
    switch kind {
    case .string(let length):
      [
        "type": type("string"), "minLength": .number(Double(length.lowerBound)),
        "maxLength": .number(Double(length.upperBound)),
      ]
    case .choice(let choices):
      ["type": type("string"), "enum": .array(choices.map { .string($0) } + (nullable ? [.null] : []))]
    case .integer(let range):
      [
        "type": type("integer"), "minimum": .number(Double(range.lowerBound)),
        "maximum": .number(Double(range.upperBound)),
      ]
    case .number(let range):
      ["type": type("number"), "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound)]
    case .boolean: ["type": type("boolean")]
    case .object: ["type": type("object")]
    }
  }

  private func type(_ name: String) -> JSONValue {
    nullable ? [.string(name), "null"] : .string(name)
  }
}
