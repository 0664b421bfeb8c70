extension GeminiModel {
  /// The model as `models.get` and `models.list` send it.
  var body: JSON {
    [
      "name": .string("models/\(id)"), "baseModelId": .string(id), "version": "001",
      "displayName": .string(displayName), "description": .string("\(displayName), emulated."),
      "inputTokenLimit": 1_048_576, "outputTokenLimit": 65_536,
      "supportedGenerationMethods": ["generateContent", "countTokens", "createCachedContent", "batchGenerateContent"],
      "temperature": 1.0, "maxTemperature": 2.0, "topP": 0.95, "topK": 64, "thinking": true,
    ]
  }

  /// Present only on the way out.
  var status: JSON? {
    guard case .deprecated(let other) = state else { return nil }
    return [
      "modelStage": "DEPRECATED", "message": .string("\(id) is deprecated; \(other) answers in its place."),
      "retirementTime": "2026-12-01T00:00:00Z",
    ]
  }
}
