/// `GET /v1/models`
struct ModelsRoute: Sendable {
  let environment: EmulatorEnvironment

  func answer(_ request: EmulatorRequest) throws -> Answer {
    try KeyCheck(environment: environment).require("models_read", request)
    return ElevenLabsAnswer.json(.array(SpeechModel.all.map(\.body)))
  }
}
