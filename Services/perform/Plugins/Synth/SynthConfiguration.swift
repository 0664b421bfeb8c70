import ServiceConfiguration

/// The speech plugins that can be named in `SPEECH_PROVIDERS`.
package enum SpeechProviderName: String, Sendable, CaseIterable {
  case elevenlabs, local
  case openAICompatible = "openai-compatible"
}

/// Who speaks and how long is waited for the first sound.
///
/// `SPEECH_PROVIDERS` (`elevenlabs` when a key is set, else `local`), `ELEVEN_LABS_API_KEY`, `ELEVEN_LABS_BASE_URL`,
/// `ELEVEN_LABS_MODEL` (`eleven_turbo_v2_5`; older `ELEVENLABS_MODEL`), `SPEECH_PROVIDER_TIMEOUT_SECONDS` (8), and
/// ``StockSpeechConfiguration``'s.
package struct SynthConfiguration: Sendable {
  static let defaultModel = "eleven_turbo_v2_5"

  /// Never empty; the first speaks unless the voice is held by another.
  var providers: [SpeechProviderName]
  var elevenLabsKey: String?
  var elevenLabsURL: String
  /// ElevenLabs' model, as billing prices it.
  var model: String
  var openAI: StockSpeechConfiguration
  var firstByteTimeout: Duration

  init(_ variables: VariableReader) {
    elevenLabsKey = variables.optionalText("ELEVEN_LABS_API_KEY", "Key for ElevenLabs.", secret: true)
    elevenLabsURL = variables.url(
      "ELEVEN_LABS_BASE_URL", default: "https://api.elevenlabs.io", "Where ElevenLabs is reached.")
    model = Self.model(variables)
    openAI = StockSpeechConfiguration(variables)
    firstByteTimeout = variables.seconds(
      "SPEECH_PROVIDER_TIMEOUT_SECONDS", default: 8, in: 1...60,
      "Longest wait for the first audio, and between two parts.")
    providers = Self.providers(variables, hasKey: elevenLabsKey != nil)
  }

  /// What is spoken with when the performer asks for nothing else.
  var primaryModel: String { providers[0] == .openAICompatible ? openAI.model : model }

  private static func model(_ variables: VariableReader) -> String {
    let older = variables.optionalText("ELEVENLABS_MODEL", "Older name of ELEVEN_LABS_MODEL.")
    if older != nil { variables.warn("ELEVENLABS_MODEL is the older name of ELEVEN_LABS_MODEL") }
    return variables.text(
      "ELEVEN_LABS_MODEL", default: older ?? defaultModel, "Model that speaks; must be in the cost table.")
  }

  private static func providers(_ variables: VariableReader, hasKey: Bool) -> [SpeechProviderName] {
    let names = variables.parsed(
      "SPEECH_PROVIDERS", kind: "a list of elevenlabs, openai-compatible, local",
      default: [hasKey ? .elevenlabs : SpeechProviderName.local],
      shownDefault: "elevenlabs with a key, else local",
      "Who speaks; openai-compatible and local are nobody's clone and stand alone."
    ) { text in
      let names = text.split(separator: ",").map { SpeechProviderName(rawValue: String($0).filter { $0 != " " }) }
      return names.isEmpty || names.contains(nil) ? nil : names.compactMap(\.self)
    }
    if names.contains(.elevenlabs) && !hasKey {
      variables.refuse("ELEVEN_LABS_API_KEY", "is missing, and SPEECH_PROVIDERS lists elevenlabs")
    }
    if names.count > 1 {
      variables.refuse("SPEECH_PROVIDERS", "lists more than one: another provider would speak in another voice")
    }
    return names
  }
}
