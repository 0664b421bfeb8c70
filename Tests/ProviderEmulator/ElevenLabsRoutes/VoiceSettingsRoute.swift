/// `GET /v1/voices/{voice_id}/settings`
struct VoiceSettingsRoute: Sendable {
  let environment: EmulatorEnvironment

  func answer(_ request: EmulatorRequest) throws -> Answer {
    try KeyCheck(environment: environment).require("voices_read", request)
    _ = try environment.knownVoice(request)
    return ElevenLabsAnswer.json([
      "stability": 0.5, "similarity_boost": 0.75, "style": 0.0, "use_speaker_boost": true, "speed": 1.0,
    ])
  }
}
