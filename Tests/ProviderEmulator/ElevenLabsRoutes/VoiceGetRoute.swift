/// `GET /v1/voices/{voice_id}`
struct VoiceGetRoute: Sendable {
  let environment: EmulatorEnvironment

  func answer(_ request: EmulatorRequest) throws -> Answer {
    try KeyCheck(environment: environment).require("voices_read", request)
    return ElevenLabsAnswer.json(try environment.knownVoice(request).body)
  }
}

extension EmulatorEnvironment {
  /// The voice of the path, or the 400 that everything but speech answers.
  func knownVoice(_ request: EmulatorRequest) throws -> Voice {
    guard let voice = state.update({ $0.voice(request.parameter) }) else { throw Self.noVoice(request) }
    return voice
  }

  /// Refuses to change a voice that is everybody's.
  func ownVoice(_ request: EmulatorRequest) throws {
    guard try knownVoice(request).isPremade else { return }
    throw ElevenLabsAccountErrors.unverifiedVoice.refusal(request, message: "Premade voices cannot be changed.")
  }

  static func noVoice(_ request: EmulatorRequest) -> Refusal {
    ElevenLabsCallErrors.voiceNotFound.refusal(
      request, message: "A voice with voice_id '\(request.parameter)' was not found.")
  }
}
