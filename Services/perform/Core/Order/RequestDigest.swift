import Capabilities
import Crypto
import Foundation
import Schemas

extension PerformRequest {
  /// Tells this request from every other one; says nothing about its value.
  ///
  /// SHA-256 over all fields in a fixed order, hexadecimal.
  package func digest() throws -> String {
    let fields: JSONValue = [
      "routine_type": .string(routineType), "value": .string(value), "topic": topic.map(JSONValue.string) ?? .null,
      "settings_override": settingsOverride.map(JSONValue.object) ?? .null,
      "model": model.map(JSONValue.string) ?? .null, "rehearsal": .bool(rehearsal),
    ]
    return SHA256.hash(data: Data(try WireJSON.encode(fields))).hexadecimal
  }
}
