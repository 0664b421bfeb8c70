/// Answer of `POST /v1/voices/add`.
struct CreatedVoiceAnswer: Decodable {
  var voice_id: String
  var requires_verification: Bool
}
