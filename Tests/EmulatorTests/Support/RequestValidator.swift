import Foundation
import ProviderEmulator

/// Checks calls of the journal against the provider's own description of their queries and bodies.
struct RequestValidator: Sendable {
  private let schemas: SchemaValidator
  private let requests: [String: JSON]

  init(_ provider: String) throws {
    schemas = try SchemaValidator(provider)
    requests = try SchemaValidator.document(provider)["requests"]?.object ?? [:]
  }

  /// What does not fit, with its place; empty when all is well.
  func complaints(_ call: JournalEntry) -> [String] {
    guard let rules = requests.first(where: { Self.fits($0.key, call) })?.value else {
      return ["\(call.method) \(call.path) is unknown"]
    }
    return query(call.query, rules["query"]?.object ?? [:]) + body(call, rules["body"])
  }

  private static func fits(_ key: String, _ call: JournalEntry) -> Bool {
    let words = key.split(separator: " ")
    let pattern = words[1].split(separator: "/")
    let path = call.path.split(separator: "/")
    return words[0] == call.method && pattern.count == path.count
      && zip(pattern, path).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
  }

  private func query(_ values: [String: String], _ rules: [String: JSON]) -> [String] {
    values.flatMap { name, value in
      rules[name].map { text(value, $0, "query.\(name)") } ?? ["query.\(name) is unknown"]
    }
  }

  private func body(_ call: JournalEntry, _ rules: JSON?) -> [String] {
    guard let rules, let name = rules["schema"]?.string, let type = rules["type"]?.string else {
      return call.body.isNull ? [] : ["a body where none is taken"]
    }
    guard call.headers["content-type"]?.hasPrefix(type) == true else { return ["the body is no \(type)"] }
    guard type == "multipart/form-data" else { return schemas.complaints(call.body, against: name) }
    return form(call.body.array ?? [], schemas.schema(name) ?? [:])
  }

  private func form(_ parts: [JSON], _ schema: JSON) -> [String] {
    let rules = schema["properties"]?.object ?? [:]
    let names = parts.compactMap { $0["name"]?.string }
    let missing = (schema["required"]?.array ?? []).compactMap(\.string).filter { !names.contains($0) }
    return missing.map { "form.\($0) is missing" }
      + parts.flatMap { part -> [String] in
        let name = part["name"]?.string ?? ""
        guard let rule = rules[name] else { return ["form.\(name) is unknown"] }
        guard let value = part["value"]?.string else { return rule["items"]?["format"] == "binary" ? [] : ["\(name)"] }
        return text(value, rule, "form.\(name)")
      }
  }

  /// A text fits where it does so as it stands, or as the value that it spells.
  private func text(_ text: String, _ rule: JSON, _ path: String) -> [String] {
    let readings = [JSON.string(text), .array([.string(text)])] + [JSON(parsing: Data(text.utf8))].compactMap { $0 }
    let results = readings.map { schemas.complaints($0, rule, path) }
    return results.contains { $0.isEmpty } ? [] : results[0]
  }
}
