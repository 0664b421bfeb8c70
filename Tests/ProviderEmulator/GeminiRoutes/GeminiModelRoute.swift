/// `GET /{version}/models/{model}`: also answers for models that are closed to new users.
struct GeminiModelRoute: Sendable {
  let environment: EmulatorEnvironment

  func answer(_ request: EmulatorRequest) throws -> Answer {
    try GeminiKeyCheck(options: environment.options).check(request)
    guard let model = GeminiModel.listed(in: request.version).first(where: { $0.id == request.parameter }) else {
      throw GeminiRequestErrors.modelNotFound.refusal(request, message: GeminiModel.notFound(request))
    }
    return GeminiHandlers.json(model.body)
  }
}
