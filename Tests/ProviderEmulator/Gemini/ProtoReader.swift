/// The JSON layer: reads a body by its message, every name made camelCase, and collects what does not fit.
struct ProtoReader {
  private(set) var violations: [GeminiRequestErrors.FieldViolation] = []

  mutating func read(_ json: JSON, as message: ProtoMessage, at path: String = "") -> JSON {
    guard let members = json.object else {
      if !json.isNull { mismatch(json, type: "message", at: path) }
      return [:]
    }
    var read: [String: JSON] = [:]
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      let camel = FieldName.camel(name)
      guard let field = message.fields[camel] else {
        unknown(name, at: path)
        continue
      }
      let place = path.isEmpty ? FieldName.snake(camel) : "\(path).\(FieldName.snake(camel))"
      if !value.isNull { read[camel] = self.value(value, as: field, at: place) }
    }
    return .object(read)
  }

  private mutating func value(_ json: JSON, as field: ProtoMessage.Field, at path: String) -> JSON {
    switch field {
    case .opaque: return json
    case .message(let message): return read(json, as: message, at: path)
    case .list(let element): return list(json, of: element, at: path)
    case .oneOf(let type, let values): return choice(json, type, values, at: path)
    case .string: if json.string == nil { mismatch(json, type: "TYPE_STRING", at: path) }
    case .bool: if json.bool == nil { mismatch(json, type: "TYPE_BOOL", at: path) }
    case .integer: if json.int == nil { mismatch(json, type: "TYPE_INT32", at: path) }
    case .number: if json.double == nil { mismatch(json, type: "TYPE_FLOAT", at: path) }
    }
    return json
  }

  /// A single value where a list belongs is taken as a list of one.
  private mutating func list(_ json: JSON, of element: ProtoMessage.Field, at path: String) -> JSON {
    let values = json.array ?? [json]
    var read: [JSON] = []
    for (index, item) in values.enumerated() { read.append(value(item, as: element, at: "\(path)[\(index)]")) }
    return .array(read)
  }

  private mutating func choice(_ json: JSON, _ type: String, _ values: [String], at path: String) -> JSON {
    if let text = json.string?.uppercased(), values.contains(text) { return .string(text) }
    mismatch(json, type: "type.googleapis.com/google.ai.generativelanguage.v1beta.\(type)", at: path)
    return json
  }

  private mutating func unknown(_ name: String, at path: String) {
    let place = path.isEmpty ? "" : " at '\(path)'"
    violations.append(
      .init(
        field: path.isEmpty ? nil : path,
        description: "Invalid JSON payload received. Unknown name \"\(name)\"\(place): Cannot find field."))
  }

  private mutating func mismatch(_ json: JSON, type: String, at path: String) {
    let shown = String(decoding: json.data, as: UTF8.self)
    violations.append(.init(field: path, description: "Invalid value at '\(path)' (\(type)), \(shown)"))
  }
}
