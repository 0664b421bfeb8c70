import Foundation

/// The body of a generateContent call, read and checked.
struct GenerateRequest: Sendable {
  var contents: [JSON]
  var systemInstruction: JSON?
  var config: [String: JSON]
  var thinking: [String: JSON]
  var safety: [JSON]

  /// Reads the JSON layer only: unknown names and wrong types are refused before the key is looked at.
  init(_ request: EmulatorRequest, as message: ProtoMessage = .generate) throws {
    let body = try Self.members(request, message)
    let inner = body["generateContentRequest"] ?? body
    contents = inner["contents"]?.array ?? []
    systemInstruction = inner["systemInstruction"]
    config = inner["generationConfig"]?.object ?? [:]
    thinking = config["thinkingConfig"]?.object ?? [:]
    safety = inner["safetySettings"]?.array ?? []
  }

  /// All text of the last message.
  var lastText: String { contents.last.map(Self.text) ?? "" }

  /// All text that counts as input.
  var inputText: String { (contents + [systemInstruction].compactMap { $0 }).map(Self.text).joined() }

  private static func text(_ content: JSON) -> String {
    (content["parts"]?.array ?? []).compactMap { $0["text"]?.string }.joined()
  }

  private static func members(_ request: EmulatorRequest, _ message: ProtoMessage) throws -> JSON {
    guard let json = JSON(parsing: request.body) else {
      throw GeminiRequestErrors.violations([
        .init(field: nil, description: "Invalid JSON payload received. Unexpected end of string.")
      ]).refusal(request)
    }
    var reader = ProtoReader()
    let body = reader.read(json, as: message)
    guard reader.violations.isEmpty else {
      throw GeminiRequestErrors.violations(reader.violations).refusal(request)
    }
    return body
  }
}
