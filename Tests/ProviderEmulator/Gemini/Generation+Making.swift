import Foundation

extension Generation {
  /// Writes the text and lets the scripted behaviour spoil it.
  init(_ body: GenerateRequest, _ model: GeminiModel, _ request: EmulatorRequest) throws {
    let behaviour = request.fault?.behaviour
    self.init(
      text: NoteText.write(for: body.lastText, behaviour: behaviour), finishReason: "STOP",
      thoughts: try ThinkingEffort.tokens(body.thinking, model, request),
      promptTokens: Self.tokens(body.inputText), model: model.answeredBy, status: model.status, behaviour: behaviour)
    stop(at: body.config["stopSequences"]?.array?.compactMap(\.string) ?? [])
    limit(to: body.config["maxOutputTokens"]?.int ?? 65_536)
    misbehave()
  }

  private mutating func stop(at sequences: [String]) {
    for sequence in sequences {
      if let found = text.firstRange(of: sequence) { text = String(text[..<found.lowerBound]) }
    }
  }

  /// Thinking counts against the limit, and may use all of it.
  private mutating func limit(to maximum: Int) {
    guard thoughts + textTokens > maximum else { return }
    thoughts = min(thoughts, maximum)
    text = String(text.prefix((maximum - thoughts) * 4))
    finishReason = "MAX_TOKENS"
  }

  private mutating func misbehave() {
    switch behaviour {
    case .stopEmpty: text = ""
    case .maxTokensEmpty: finish("MAX_TOKENS", keeping: 0)
    case .maxTokensPartial: finish("MAX_TOKENS", keeping: text.count / 2)
    case .safetyAfterText: finish("SAFETY", keeping: text.count / 2)
    case .prohibitedContent: finish("PROHIBITED_CONTENT", keeping: 0)
    case .blocklist: finish("BLOCKLIST", keeping: 0)
    case .spii: finish("SPII", keeping: 0)
    case .recitation: finish("RECITATION", keeping: 0)
    case .language: finish("LANGUAGE", keeping: 0)
    case .other: finish("OTHER", keeping: 0)
    case .unknownFinish: finish("SOMETHING_NEW", keeping: 0)
    case .otherModelVersion: model = "gemini-3.9-surprise"
    case .modelStatus:
      status = [
        "modelStage": "LEGACY", "message": "This model will be retired.", "retirementTime": "2027-01-31T00:00:00Z",
      ]
    default: break
    }
  }

  private mutating func finish(_ reason: String, keeping count: Int) {
    finishReason = reason
    text = String(text.prefix(count))
  }
}
