import SpeechProviders

/// Body of `POST /v1/text-to-speech/{voice_id}/stream`.
struct SpeechBody: Encodable {
  struct Settings: Encodable {
    var stability: Double
    var similarityBoost: Double
    var style: Double
    var useSpeakerBoost: Bool
  }

  var text: String
  var modelId: String
  var languageCode: String?
  var voiceSettings: Settings

  init(_ request: SpeechRequest) {
    text = request.text
    modelId = request.model
    languageCode = ElevenLabsModel.named(request.model).takesLanguage ? request.language : nil
    voiceSettings = Settings(
      stability: request.settings.stability, similarityBoost: request.settings.similarityBoost,
      style: request.settings.style, useSpeakerBoost: request.settings.speakerBoost)
  }
}
