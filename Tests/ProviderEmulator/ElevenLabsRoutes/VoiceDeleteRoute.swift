/// `DELETE /v1/voices/{voice_id}`
struct VoiceDeleteRoute: Sendable {
  let environment: EmulatorEnvironment

  func answer(_ request: EmulatorRequest) throws -> Answer {
    try KeyCheck(environment: environment).require("voices_write", request)
    let voice = try environment.knownVoice(request)
    guard !voice.isPremade else {
      throw ElevenLabsAccountErrors.unverifiedVoice.refusal(request, message: "Premade voices cannot be deleted.")
    }
    guard environment.state.removeVoice(voice.id) else { throw EmulatorEnvironment.noVoice(request) }
    return ElevenLabsAnswer.json(["status": "ok"])
  }
}
