/// A request body that is read field by field, so that every problem is reported in one answer.
///
/// A read that fails notes the problem and returns a placeholder; ``JSONBody/decode(_:)`` discards the
/// half-read value. The same reads, on an empty object, declare the body's shape.
package struct FieldReader {
  package private(set) var problems: [FieldProblem] = []
  package private(set) var shape: [FieldShape] = []
  private let members: [String: JSONValue]

  package init(_ members: [String: JSONValue]) {
    self.members = members
  }

  package mutating func report(_ field: String, _ problem: String) {
    problems.append(FieldProblem(field: field, problem: problem))
  }

  /// Names in the body that no read asked for.
  package var unread: [String] {
    let known = Set(shape.map(\.name))
    return members.keys.filter { !known.contains($0) }.sorted()
  }

  package func has(_ name: String) -> Bool { members[name] != nil }

  package mutating func string(_ name: String, length: ClosedRange<Int>) -> String {
    read(name, .string(length: length), required: true) { $0.text(within: length) } ?? ""
  }

  package mutating func optionalString(_ name: String, length: ClosedRange<Int>) -> String? {
    read(name, .string(length: length), required: false) { $0.text(within: length) }
  }

  package mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, _ type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    let choices = Choice.allCases.map(\.rawValue)
    return read(name, .choice(choices), required: false) { value in
      guard let choice = value.stringValue.flatMap(Choice.init) else {
        return .failure(.init("must be one of \(choices.joined(separator: ", "))"))
      }
      return .success(choice)
    }
  }

  package mutating func integer(_ name: String, _ range: ClosedRange<Int>, default fallback: Int? = nil) -> Int {
    read(name, .integer(range), required: fallback == nil) { $0.whole(within: range) } ?? fallback ?? range.lowerBound
  }

  package mutating func optionalInteger(_ name: String, _ range: ClosedRange<Int>) -> Int? {
    read(name, .integer(range), required: false) { $0.whole(within: range) }
  }

  package mutating func optionalNumber(_ name: String, _ range: ClosedRange<Double>) -> Double? {
    read(name, .number(range), required: false) { value in
      guard let number = value.numberValue, range.contains(number) else {
        return .failure(.init("must be a number from \(range.lowerBound) to \(range.upperBound)"))
      }
      return .success(number)
    }
  }

  package mutating func optionalBoolean(_ name: String) -> Bool? {
    read(name, .boolean, required: false) { value in
      value.boolValue.map(Result.success) ?? .failure(.init("must be true or false"))
    }
  }

  package mutating func optionalObject(_ name: String) -> [String: JSONValue]? {
    read(name, .object, required: false) { value in
      if case .object(let members) = value { .success(members) } else { .failure(.init("must be an object")) }
    }
  }

  private mutating func read<Value>(
    _ name: String, _ kind: FieldShape.Kind, required: Bool,
    _ convert: (JSONValue) -> Result<Value, FieldRefusal>
  ) -> Value? {
    shape.append(FieldShape(name: name, kind: kind, required: required, nullable: !required))
    guard let value = members[name], value != .null else {
      if required { report(name, "is missing") }
      return nil
    }
    switch convert(value) {
    case .success(let converted): return converted
    case .failure(let refusal):
      report(name, refusal.reason)
      return nil
    }
  }
}

struct FieldRefusal: Error {
  var reason: String

  init(_ reason: String) { self.reason = reason }
}

extension JSONValue {
  fileprivate func text(within length: ClosedRange<Int>) -> Result<String, FieldRefusal> {
    guard let text = stringValue, length.contains(text.unicodeScalars.count) else {
      return .failure(.init("must be a text of \(length.lowerBound) to \(length.upperBound) characters"))
    }
    return .success(text)
  }

  fileprivate func whole(within range: ClosedRange<Int>) -> Result<Int, FieldRefusal> {
    guard let number = numberValue.flatMap(Int.init(exactly:)), range.contains(number) else {
      return .failure(.init("must be a whole number from \(range.lowerBound) to \(range.upperBound)"))
    }
    return .success(number)
  }
}
