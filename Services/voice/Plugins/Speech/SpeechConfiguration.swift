import ElevenLabsSpeech
import Foundation
import ServiceConfiguration

/// Variables of the speech providers, as far as voice needs them.
package struct SpeechConfiguration: Sendable {
  package enum Provider: String, Sendable, CaseIterable {
    case elevenlabs, local
    /// Speaks in a voice of its own, so that there is nothing to clone.
    case openAICompatible = "openai-compatible"
  }

  package var chosen: Provider
  /// `nil` without a key.
  package var elevenLabs: ElevenLabsConfiguration?
  package var model: String
  package var hasGoogleKey: Bool

  private static let defaultModel = "eleven_turbo_v2_5"

  package init(_ variables: VariableReader) {
    model = Self.model(variables)
    hasGoogleKey = variables.optionalText("GOOGLE_API_KEY", "Key for Gemini.", secret: true) != nil
    elevenLabs = Self.elevenLabs(variables)
    let isReachable = elevenLabs != nil
    let order = Self.order(variables, default: isReachable ? [.elevenlabs] : [.local])
    chosen = order.first ?? .local
    if order.contains(.elevenlabs) && !isReachable {
      variables.refuse("SPEECH_PROVIDERS", "names elevenlabs, but ELEVEN_LABS_API_KEY is not set")
    }
  }

  private static func model(_ variables: VariableReader) -> String {
    let older = variables.optionalText("ELEVENLABS_MODEL", "Older name of `ELEVEN_LABS_MODEL`.")
    if older != nil { variables.warn("ELEVENLABS_MODEL is an older name; use ELEVEN_LABS_MODEL") }
    return variables.text("ELEVEN_LABS_MODEL", default: older ?? defaultModel, "Model that speaks.")
  }

  private static func elevenLabs(_ variables: VariableReader) -> ElevenLabsConfiguration? {
    let key = variables.optionalText("ELEVEN_LABS_API_KEY", "Key for ElevenLabs.", secret: true)
    let official = "https://api.elevenlabs.io"
    let base = variables.parsed(
      "ELEVEN_LABS_BASE_URL", kind: "an http or https URL", default: official, shownDefault: official,
      "Where ElevenLabs is reached."
    ) { text in URL(string: text).flatMap { $0.scheme == "http" || $0.scheme == "https" ? text : nil } }
    let timeout = variables.seconds(
      "CLONE_PROVIDER_TIMEOUT_SECONDS", default: 60, in: 1...600, "Bound for making one clone at the provider.")
    return key.map { ElevenLabsConfiguration(apiKey: $0, baseURL: base, cloneTimeout: timeout) }
  }

  private static func order(_ variables: VariableReader, default fallback: [Provider]) -> [Provider] {
    let kind = "a list of \(Provider.allCases.map(\.rawValue).joined(separator: ", "))"
    return variables.parsed(
      "SPEECH_PROVIDERS", kind: kind, default: fallback, shownDefault: "elevenlabs when a key is set, else local",
      "Speech providers in order of preference."
    ) { text in
      let names = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      let providers = names.compactMap { Provider(rawValue: $0) }
      return providers.count == names.count && !providers.isEmpty ? providers : nil
    }
  }
}
