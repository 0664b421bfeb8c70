import Foundation

/// The JSON body of a text-to-speech call, checked against its schema (before the key, as the live service does).
struct SpeechBody: Sendable {
  var text: String
  var modelID: String
  var languageCode: String?
  var settings: [String: JSON]
  var members: [String: JSON]

  private static let rules = [
    FieldRule(name: "text", kind: .string, isRequired: true),
    FieldRule(name: "model_id", kind: .string),
    FieldRule(name: "language_code", kind: .string),
    FieldRule(name: "voice_settings", kind: .object),
    FieldRule(name: "pronunciation_dictionary_locators", kind: .list),
    FieldRule(name: "seed", kind: .integer),
    FieldRule(name: "previous_text", kind: .string),
    FieldRule(name: "next_text", kind: .string),
    FieldRule(name: "previous_request_ids", kind: .list),
    FieldRule(name: "next_request_ids", kind: .list),
    FieldRule(name: "use_pvc_as_ivc", kind: .bool),
    FieldRule(name: "apply_text_normalization", kind: .oneOf(["auto", "on", "off"])),
    FieldRule(name: "apply_language_text_normalization", kind: .bool),
    FieldRule(name: "audio_effects", kind: .object),
  ]
  private static let settingsRules = [
    FieldRule(name: "stability", kind: .number(0...1)),
    FieldRule(name: "similarity_boost", kind: .number(0...1)),
    FieldRule(name: "style", kind: .number(nil)),
    FieldRule(name: "use_speaker_boost", kind: .bool),
    FieldRule(name: "speed", kind: .number(nil)),
  ]

  /// Unknown members are ignored, as the live service does.
  init(_ request: EmulatorRequest) throws {
    let members = try Self.object(request)
    let settings = members["voice_settings"]?.object ?? [:]
    let violations =
      Self.rules.compactMap { $0.violation(in: members, at: ["body"]) }
      + Self.settingsRules.compactMap { $0.violation(in: settings, at: ["body", "voice_settings"]) }
    try violations.throwIfAny(request)
    self.members = members
    self.settings = settings
    text = members["text"]?.string ?? ""
    modelID = members["model_id"]?.string ?? "eleven_multilingual_v2"
    languageCode = members["language_code"]?.string
  }

  private static func object(_ request: EmulatorRequest) throws -> [String: JSON] {
    guard !request.body.isEmpty else {
      try [Violation.missing(["body"])].throwIfAny(request)
      return [:]
    }
    guard let json = JSON(parsing: request.body) else {
      let complaint = Violation(
        type: "json_invalid", location: ["body", 0], message: "JSON decode error", input: [:],
        context: ["error": "Expecting value"])
      try [complaint].throwIfAny(request)
      return [:]
    }
    guard let members = json.object, request.headers["content-type"].map({ $0.contains("json") }) ?? true else {
      let complaint = Violation(
        type: "model_attributes_type", location: ["body"],
        message: "Input should be a valid dictionary or object to extract fields from", input: json)
      try [complaint].throwIfAny(request)
      return [:]
    }
    return members
  }
}
