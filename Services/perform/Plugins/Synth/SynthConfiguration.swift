import Foundation
import ServiceConfiguration

/// The speech plugins that can be named in `SPEECH_PROVIDERS`.
package enum SpeechProviderName: String, Sendable, CaseIterable {
  case elevenlabs, local
}

/// Who speaks and how long is waited for the first sound.
///
/// `SPEECH_PROVIDERS` (`elevenlabs` when a key is set, else `local`), `ELEVEN_LABS_API_KEY`, `ELEVEN_LABS_BASE_URL`,
/// `ELEVEN_LABS_MODEL` (`eleven_turbo_v2_5`; older `ELEVENLABS_MODEL`), `SPEECH_PROVIDER_TIMEOUT_SECONDS` (8).
package struct SynthConfiguration: Sendable {
  static let defaultModel = "eleven_turbo_v2_5"

  /// Never empty; the first speaks unless the voice is held by another.
  var providers: [SpeechProviderName]
  var elevenLabsKey: String?
  var elevenLabsURL: String
  /// ElevenLabs' model, as billing prices it.
  var model: String
  var firstByteTimeout: Duration

  init(_ variables: VariableReader) {
    elevenLabsKey = variables.optionalText("ELEVEN_LABS_API_KEY", "Key for ElevenLabs.", secret: true)
    elevenLabsURL = Self.url(variables)
    model = Self.model(variables)
    firstByteTimeout = variables.seconds(
      "SPEECH_PROVIDER_TIMEOUT_SECONDS", default: 8, in: 1...60,
      "Longest wait for the first audio, and between two parts.")
    providers = Self.providers(variables, hasKey: elevenLabsKey != nil)
  }

  private static func url(_ variables: VariableReader) -> String {
    let standard = "https://api.elevenlabs.io"
    return variables.parsed(
      "ELEVEN_LABS_BASE_URL", kind: "an http or https URL", default: standard, shownDefault: standard,
      "Where ElevenLabs is reached."
    ) { text in
      guard let url = URL(string: text), ["http", "https"].contains(url.scheme ?? ""), url.host() != nil else {
        return nil
      }
      return text
    }
  }

  private static func model(_ variables: VariableReader) -> String {
    let older = variables.optionalText("ELEVENLABS_MODEL", "Older name of ELEVEN_LABS_MODEL.")
    if older != nil { variables.warn("ELEVENLABS_MODEL is the older name of ELEVEN_LABS_MODEL") }
    return variables.text(
      "ELEVEN_LABS_MODEL", default: older ?? defaultModel, "Model that speaks; must be in the cost table.")
  }

  private static func providers(_ variables: VariableReader, hasKey: Bool) -> [SpeechProviderName] {
    let names = variables.parsed(
      "SPEECH_PROVIDERS", kind: "a list of elevenlabs, local",
      default: [hasKey ? .elevenlabs : SpeechProviderName.local],
      shownDefault: "elevenlabs with a key, else local", "Speech providers; local only where no other is listed."
    ) { text in
      let names = text.split(separator: ",").map { SpeechProviderName(rawValue: String($0).filter { $0 != " " }) }
      return names.isEmpty || names.contains(nil) ? nil : names.compactMap(\.self)
    }
    if names.contains(.elevenlabs) && !hasKey {
      variables.refuse("ELEVEN_LABS_API_KEY", "is missing, and SPEECH_PROVIDERS lists elevenlabs")
    }
    if names.count > 1 && names.contains(.local) {
      variables.refuse("SPEECH_PROVIDERS", "lists local beside a cloning provider: it would speak in nobody's voice")
    }
    return names
  }
}
