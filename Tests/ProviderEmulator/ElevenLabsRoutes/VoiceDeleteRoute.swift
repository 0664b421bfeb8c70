/// `DELETE /v1/voices/{voice_id}`
struct VoiceDeleteRoute: Sendable {
  let environment: EmulatorEnvironment

  func answer(_ request: EmulatorRequest) throws -> Answer {
    try KeyCheck(environment: environment).require("voices_write", request)
    try environment.ownVoice(request)
    guard environment.state.removeVoice(request.parameter) else { throw EmulatorEnvironment.noVoice(request) }
    return ElevenLabsAnswer.json(["status": "ok"])
  }
}
