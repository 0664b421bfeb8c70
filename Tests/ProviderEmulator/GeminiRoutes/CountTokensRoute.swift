/// `POST /{version}/models/{model}:countTokens`
struct CountTokensRoute: Sendable {
  let environment: EmulatorEnvironment

  func answer(_ request: EmulatorRequest) throws -> Answer {
    let body = try GenerateRequest(request, as: .countTokens)
    try GeminiKeyCheck(options: environment.options).check(request)
    _ = try GeminiModel.reachable(request, account: environment.state.update { $0.account })
    let tokens = JSON.int(Generation.tokens(body.inputText))
    return GeminiHandlers.json([
      "totalTokens": tokens, "promptTokensDetails": [["modality": "TEXT", "tokenCount": tokens]],
    ])
  }
}
