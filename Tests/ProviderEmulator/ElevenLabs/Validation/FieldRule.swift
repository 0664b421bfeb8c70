/// The type and bounds of one member of a JSON body; `null` passes unless the member is required.
struct FieldRule: Sendable {
  enum Kind: Sendable {
    case string, bool, object, list
    case integer
    case number(ClosedRange<Double>?)
    case oneOf([String])
  }

  var name: String
  var kind: Kind
  var isRequired = false

  /// The complaint about the member of `object`, if any.
  func violation(in object: [String: JSON], at path: [JSON]) -> Violation? {
    let location = path + [.string(name)]
    guard let value = object[name] else { return isRequired ? .missing(location, input: .object(object)) : nil }
    if value.isNull, !isRequired { return nil }
    return mismatch(value).map {
      Violation(type: $0.type, location: location, message: $0.message, input: value, context: $0.context)
    }
  }

  private func mismatch(_ value: JSON) -> (type: String, message: String, context: JSON?)? {
    switch kind {
    case .string: value.string == nil ? ("string_type", "Input should be a valid string", nil) : nil
    case .bool: value.bool == nil ? ("bool_parsing", "Input should be a valid boolean", nil) : nil
    case .object: value.object == nil ? ("model_attributes_type", "Input should be a valid dictionary", nil) : nil
    case .list: value.array == nil ? ("list_type", "Input should be a valid list", nil) : nil
    case .integer: value.int == nil ? ("int_type", "Input should be a valid integer", nil) : nil
    case .number(let bounds): Self.number(value, bounds)
    case .oneOf(let allowed): Self.choice(value, allowed)
    }
  }

  private static func number(
    _ value: JSON, _ bounds: ClosedRange<Double>?
  ) -> (type: String, message: String, context: JSON?)? {
    guard let number = value.double else { return ("float_type", "Input should be a valid number", nil) }
    guard let bounds, !bounds.contains(number) else { return nil }
    return number > bounds.upperBound
      ? (
        "less_than_equal", "Input should be less than or equal to \(Int(bounds.upperBound))",
        ["le": .double(bounds.upperBound)]
      )
      : (
        "greater_than_equal", "Input should be greater than or equal to \(Int(bounds.lowerBound))",
        ["ge": .double(bounds.lowerBound)]
      )
  }

  private static func choice(
    _ value: JSON, _ allowed: [String]
  ) -> (type: String, message: String, context: JSON?)? {
    if let text = value.string, allowed.contains(text) { return nil }
    let quoted = allowed.map { "'\($0)'" }
    let list = quoted.dropLast().joined(separator: ", ") + " or " + (quoted.last ?? "")
    return ("enum", "Input should be \(list)", ["expected": .string(list)])
  }
}
