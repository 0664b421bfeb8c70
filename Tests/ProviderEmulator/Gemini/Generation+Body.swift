extension Generation {
  /// The whole answer as one body.
  var body: JSON {
    if behaviour == .blockedPrompt { return blocked }
    return response(text: text, finish: finishReason, isLast: true)
  }

  /// One answer or one event of a stream.
  func response(text: String, finish: String?, isLast: Bool) -> JSON {
    var members: [String: JSON] = [
      "candidates": [candidate(text, finish)], "modelVersion": .string(model), "responseId": .string(id),
    ]
    members["modelStatus"] = status
    if behaviour != .noUsage { members["usageMetadata"] = usage(Self.tokens(isLast ? self.text : text)) }
    return .object(members)
  }

  private func candidate(_ text: String, _ finish: String?) -> JSON {
    var members: [String: JSON] = ["index": 0]
    let parts = parts(text)
    members["content"] = parts.isEmpty ? ["role": "model"] : ["role": "model", "parts": .array(parts)]
    members["finishReason"] = finish.map(JSON.string)
    return .object(members)
  }

  private func parts(_ text: String) -> [JSON] {
    guard !text.isEmpty else { return [] }
    switch behaviour {
    case .thoughtParts:
      return [["text": "The user wants a short dream.", "thought": true], ["text": .string(text)]]
    case .splitParts:
      let half = text.index(text.startIndex, offsetBy: text.count / 2)
      return [["text": .string(String(text[..<half]))], ["text": .string(String(text[half...]))]]
    default: return [["text": .string(text)]]
    }
  }

  private func usage(_ answered: Int) -> JSON {
    var members: [String: JSON] = [
      "promptTokenCount": .int(promptTokens), "totalTokenCount": .int(promptTokens + thoughts + answered),
      "promptTokensDetails": [["modality": "TEXT", "tokenCount": .int(promptTokens)]], "serviceTier": "standard",
    ]
    if answered > 0 { members["candidatesTokenCount"] = .int(answered) }
    if thoughts > 0 { members["thoughtsTokenCount"] = .int(thoughts) }
    return .object(members)
  }

  private var blocked: JSON {
    [
      "promptFeedback": [
        "blockReason": "PROHIBITED_CONTENT",
        "safetyRatings": [["category": "HARM_CATEGORY_DANGEROUS_CONTENT", "probability": "HIGH", "blocked": true]],
      ],
      "usageMetadata": ["promptTokenCount": .int(promptTokens), "totalTokenCount": .int(promptTokens)],
      "modelVersion": .string(model), "responseId": .string(id),
    ]
  }
}
