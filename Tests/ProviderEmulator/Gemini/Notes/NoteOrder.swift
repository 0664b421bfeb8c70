import Foundation

/// What our own prompt asks for: one JSON object with a `value`, found in the last message.
struct NoteOrder: Sendable {
  var value: String
  var topic: String
  var routine: String
  var language: String
  var minimum: Int
  var maximum: Int
  /// Decides which frame is taken; the same message always gives the same text.
  var seed: UInt64

  /// Of the value, in code points.
  var length: Int { value.unicodeScalars.count }

  /// Nil when the message holds no such object.
  init?(message: String) {
    guard let json = Self.object(in: message), let value = json["value"]?.string, !value.isEmpty else { return nil }
    self.value = value
    routine = json["routine"]?.string ?? ""
    topic = json["topic"]?.string ?? ""
    language = json["language"]?.string?.lowercased() ?? "english"
    let length = value.unicodeScalars.count
    minimum = json["min_characters"]?.int ?? (length > 40 ? length + 40 : 80)
    maximum = json["max_characters"]?.int ?? (length > 40 ? length + 90 : 120)
    seed = StableHash.of(message)
  }

  private static func object(in message: String) -> JSON? {
    guard let start = message.firstIndex(of: "{"), let end = message.lastIndex(of: "}"), start < end else { return nil }
    let json = JSON(parsing: Data(message[start...end].utf8))
    return json?.object == nil ? nil : json
  }
}
