import Schemas
import ServiceHost
import SpeechProviders

/// Whose voices new clones become.
package struct VoiceProvider: Sendable {
  /// Name of the engine that imitates instead of cloning.
  package static let localName = "local"

  /// As in `SPEECH_PROVIDERS`.
  package var name: String
  package var voiceSource: VoiceSource
  /// `nil` where samples are only kept for the local engine.
  package var cloning: (any VoiceCloning)?

  package init(name: String, voiceSource: VoiceSource, cloning: (any VoiceCloning)?) {
    self.name = name
    self.voiceSource = voiceSource
    self.cloning = cloning
  }
}

extension PortKey where Value == VoiceProvider {
  package static var voiceProvider: Self { PortKey("voice.provider") }
}
