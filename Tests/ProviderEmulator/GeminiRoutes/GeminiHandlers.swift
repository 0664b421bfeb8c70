/// Every call of Gemini and the route that handles it.
struct GeminiHandlers: Sendable {
  let environment: EmulatorEnvironment

  func answer(_ request: EmulatorRequest) throws -> Answer {
    switch request.endpoint {
    case .generate: try GenerateRoute(environment: environment).answer(request)
    case .generateStream: try GenerateStreamRoute(environment: environment).answer(request)
    case .countTokens: try CountTokensRoute(environment: environment).answer(request)
    case .geminiModels: try GeminiModelsRoute(environment: environment).answer(request)
    default: try GeminiModelRoute(environment: environment).answer(request)
    }
  }

  static func json(_ body: JSON) -> Answer {
    Answer(
      status: 200,
      headers: [("content-type", "application/json; charset=UTF-8"), ("server", "scaffolding on HTTPServer2")],
      body: .whole(body.data))
  }
}
