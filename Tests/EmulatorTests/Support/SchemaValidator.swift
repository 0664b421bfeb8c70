import Foundation
import ProviderEmulator

/// Checks a body against the provider's own schemas. Stricter than they are: a member that no schema knows is a
/// complaint too.
struct SchemaValidator: Sendable {
  private let schemas: [String: JSON]

  /// `elevenlabs` or `gemini`.
  init(_ provider: String) throws {
    schemas = try Self.document(provider)["components"]?["schemas"]?.object ?? [:]
  }

  /// The trimmed copy of the provider's description that the tests carry.
  static func document(_ provider: String) throws -> JSON {
    let url = try found(Bundle.module.url(forResource: provider, withExtension: "json", subdirectory: "Schemas"))
    return JSON(parsing: try Data(contentsOf: url)) ?? .null
  }

  func schema(_ name: String) -> JSON? { schemas[name] }

  private static func found(_ url: URL?) throws -> URL {
    guard let url else { throw CocoaError(.fileNoSuchFile) }
    return url
  }

  /// What does not fit, with its place; empty when all is well.
  func complaints(_ body: JSON, against name: String) -> [String] {
    guard let schema = schemas[name] else { return ["no schema \(name)"] }
    return check(body, schema, name)
  }

  func complaints(_ value: JSON, _ schema: JSON, _ path: String) -> [String] { check(value, schema, path) }

  private func check(_ value: JSON, _ schema: JSON, _ path: String) -> [String] {
    if let reference = schema["$ref"]?.string {
      let name = String(reference.split(separator: "/").last ?? "")
      return complaints(value, against: name).map { $0.replacingOccurrences(of: name, with: path) }
    }
    if let choices = schema["anyOf"]?.array { return anyOf(value, choices, path) }
    return type(value, schema, path) + choice(value, schema, path) + bounds(value, schema, path)
      + members(value, schema, path) + items(value, schema, path)
  }

  private func anyOf(_ value: JSON, _ choices: [JSON], _ path: String) -> [String] {
    let results = choices.map { check(value, $0, path) }
    return results.contains { $0.isEmpty } ? [] : results.min { $0.count < $1.count } ?? []
  }

  private func type(_ value: JSON, _ schema: JSON, _ path: String) -> [String] {
    let fits =
      switch schema["type"]?.string {
      case "string": value.string != nil
      case "integer": value.int != nil
      case "number": value.double != nil
      case "boolean": value.bool != nil
      case "array": value.array != nil
      case "object": value.object != nil
      case "null": value.isNull
      default: true
      }
    return fits ? [] : ["\(path): \(value) is no \(schema["type"]?.string ?? "")"]
  }

  private func choice(_ value: JSON, _ schema: JSON, _ path: String) -> [String] {
    let allowed = schema["enum"]?.array ?? schema["const"].map { [$0] }
    return allowed.map { $0.contains(value) } ?? true ? [] : ["\(path): \(value) is not allowed"]
  }

  private func bounds(_ value: JSON, _ schema: JSON, _ path: String) -> [String] {
    guard let number = value.double else { return [] }
    let low = schema["minimum"]?.double ?? -.infinity
    let high = schema["maximum"]?.double ?? .infinity
    return (low...high).contains(number) ? [] : ["\(path): \(number) is out of range"]
  }

  private func members(_ value: JSON, _ schema: JSON, _ path: String) -> [String] {
    guard let object = value.object, schema["type"]?.string == "object" || schema["properties"] != nil else {
      return []
    }
    let known = schema["properties"]?.object ?? [:]
    let missing = (schema["required"]?.array ?? []).compactMap(\.string).filter { object[$0] == nil }
    return missing.map { "\(path).\($0) is missing" }
      + object.flatMap { name, member -> [String] in
        if let rule = known[name] ?? extra(schema) { return check(member, rule, "\(path).\(name)") }
        return known.isEmpty ? [] : ["\(path).\(name) is unknown"]
      }
  }

  private func extra(_ schema: JSON) -> JSON? {
    schema["additionalProperties"].flatMap { $0 == false ? nil : $0 == true ? [:] : $0 }
  }

  private func items(_ value: JSON, _ schema: JSON, _ path: String) -> [String] {
    guard let rule = schema["items"], let values = value.array else { return [] }
    return values.enumerated().flatMap { check($1, rule, "\(path)[\($0)]") }
  }
}
