import Schemas

/// Which model speaks when the performer asks for one, or for none.
struct SpeechModels: Sendable {
  /// As billing prices speech that is made on this machine.
  static let local = "local"

  let primary: SpeechProviderName
  /// The primary provider's.
  let configured: String

  /// A provider is paid for with its own models only: nobody speaks through ElevenLabs at the local price.
  func model(_ requested: String?) throws(ServiceError) -> String {
    switch (primary, requested) {
    case (.local, nil), (.local, Self.local): return Self.local
    case (.elevenlabs, nil), (.openAICompatible, nil): return configured
    case (.openAICompatible, configured): return configured
    case (.elevenlabs, let model?) where model == configured || model.hasPrefix("eleven_"): return model
    default:
      throw ServiceError(
        .unknownModel, "The \(primary.rawValue) speech provider does not speak with this model.")
    }
  }
}
