/// `GET /v1/voices`: all at once.
struct VoicesListOldRoute: Sendable {
  let environment: EmulatorEnvironment

  func answer(_ request: EmulatorRequest) throws -> Answer {
    try KeyCheck(environment: environment).require("voices_read", request)
    return ElevenLabsAnswer.json(["voices": .array(environment.state.update { $0.voices }.map(\.body))])
  }
}
