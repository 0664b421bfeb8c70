/// Whether the key of a Gemini call is good: in the header or, though it ends up in logs, in the query.
struct GeminiKeyCheck: Sendable {
  let options: EmulatorOptions

  func check(_ request: EmulatorRequest) throws {
    guard let key = request.headers["x-goog-api-key"] ?? request.query("key"), !key.isEmpty else {
      throw request.headers["authorization"] == nil
        ? GeminiKeyErrors.missing.refusal(request) : GeminiKeyErrors.credential.refusal(request)
    }
    guard options.geminiKeys.contains(key) || key.hasPrefix(EmulatorOptions.geminiKey) else {
      throw GeminiKeyErrors.invalid.refusal(request)
    }
  }
}
