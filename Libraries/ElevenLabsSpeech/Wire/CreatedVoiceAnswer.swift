/// Answer of `POST /v1/voices/add`.
struct CreatedVoiceAnswer: Decodable {
  var voiceId: String
  var requiresVerification: Bool
}
