/// Hands a call to the route of its endpoint.
struct OpenAIHandlers: Sendable {
  let environment: EmulatorEnvironment

  func answer(_ request: EmulatorRequest) async throws -> Answer {
    request.endpoint == .stockSpeech
      ? try await StockSpeechRoute(environment: environment).answer(request)
      : try ChatRoute(environment: environment).answer(request)
  }
}
