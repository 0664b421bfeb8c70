import SpeechProviders

/// Body of `POST /v1/text-to-speech/{voice_id}/stream`.
struct SpeechBody: Encodable {
  struct Settings: Encodable {
    var stability: Double
    var similarity_boost: Double
    var style: Double
    var use_speaker_boost: Bool
  }

  var text: String
  var model_id: String
  var language_code: String?
  var voice_settings: Settings

  init(_ request: SpeechRequest) {
    text = request.text
    model_id = request.model
    language_code = ElevenLabsModel.named(request.model).takesLanguage ? request.language : nil
    voice_settings = Settings(
      stability: request.settings.stability, similarity_boost: request.settings.similarityBoost,
      style: request.settings.style, use_speaker_boost: request.settings.speakerBoost)
  }
}
