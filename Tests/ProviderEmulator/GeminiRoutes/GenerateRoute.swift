import Foundation

/// `POST /{version}/models/{model}:generateContent`
struct GenerateRoute: Sendable {
  let environment: EmulatorEnvironment

  func answer(_ request: EmulatorRequest) throws -> Answer {
    let generation = try generation(request)
    switch generation.behaviour {
    case .emptyObject: return GeminiHandlers.json([:])
    case .notJSON:
      return Answer(status: 200, headers: [("content-type", "application/json")], body: .whole(Data("{".utf8)))
    default: return GeminiHandlers.json(generation.body)
    }
  }

  /// JSON layer, key, model, then the rules of the body.
  func generation(_ request: EmulatorRequest) throws -> Generation {
    let body = try GenerateRequest(request)
    try GeminiKeyCheck(options: environment.options).check(request)
    let model = try GeminiModel.reachable(request, account: environment.state.update { $0.account })
    try body.check(request)
    return try Generation(body, model, request)
  }
}
