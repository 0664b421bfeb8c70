import SpeechProviders

/// Body of `POST /v1/audio/speech`.
struct StockSpeechBody: Encodable {
  var model: String
  var input: String
  var voice: String
  var response_format = "mp3"

  init(_ request: SpeechRequest) {
    model = request.model
    input = request.text
    voice = request.settings.sex == "female" ? Self.female : Self.male
  }

  /// Two of the names that OpenAI gave its voices; compatible servers map them to their own.
  private static let (male, female) = ("onyx", "nova")
}
