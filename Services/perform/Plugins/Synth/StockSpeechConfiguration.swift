import Foundation
import ServiceConfiguration

/// The OpenAI-compatible server that speaks with a voice of its own: `OPENAI_SPEECH_BASE_URL`
/// (`https://api.openai.com/v1`), `OPENAI_SPEECH_API_KEY`, `OPENAI_SPEECH_MODEL` (`tts-1`).
struct StockSpeechConfiguration: Sendable {
  var url: String
  var key: String?
  /// Sent, and priced by the cost table.
  var model: String

  init(_ variables: VariableReader) {
    url = variables.url(
      "OPENAI_SPEECH_BASE_URL", default: "https://api.openai.com/v1",
      "OpenAI-compatible speech server, with its /v1.")
    key = variables.optionalText("OPENAI_SPEECH_API_KEY", "Key for that server, if it wants one.", secret: true)
    model = variables.text("OPENAI_SPEECH_MODEL", default: "tts-1", "Its model; must be in the cost table.")
  }
}

extension VariableReader {
  func url(_ name: String, default standard: String, _ help: String) -> String {
    parsed(name, kind: "an http or https URL", default: standard, shownDefault: standard, help) { text in
      guard let url = URL(string: text), ["http", "https"].contains(url.scheme ?? ""), url.host() != nil else {
        return nil
      }
      return text
    }
  }
}
