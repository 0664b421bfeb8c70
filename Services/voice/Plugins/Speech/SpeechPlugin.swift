import ElevenLabsSpeech
import Foundation
import Schemas
import ServiceClients
import ServiceConfiguration
import ServiceHost
import SpeechProviders
import VoiceCore

/// Chooses whose voices new clones become: the first provider of `SPEECH_PROVIDERS` that clones, else the local engine.
package struct SpeechPlugin: ServicePlugin {
  package init() {}

  package var identity: String { "voice.speech" }
  package var provides: [AnyPortKey] { [PortKey<VoiceProvider>.voiceProvider.any] }

  package func configure(_ variables: VariableReader) -> SpeechConfiguration {
    SpeechConfiguration(variables)
  }

  package func assemble(_ settings: SpeechConfiguration, in assembly: PluginAssembly) async throws -> Contributions {
    assembly.provide(.voiceProvider, Self.provider(settings, assembly))
    let facts = [
      HealthFact("has_elevenlabs_api_key") { .bool(settings.elevenLabs != nil) },
      HealthFact("has_google_api_key") { .bool(settings.hasGoogleKey) },
      HealthFact("speech_provider") { .string(settings.chosen.rawValue) },
    ]
    return Contributions(
      dependencies: [.auth, .billing].map(assembly.dependency), healthFacts: assembly.modelFacts(settings.model) + facts
    )
  }

  private static func provider(_ settings: SpeechConfiguration, _ assembly: PluginAssembly) -> VoiceProvider {
    guard settings.chosen == .elevenlabs, let access = settings.elevenLabs else {
      return VoiceProvider(name: VoiceProvider.localName, voiceSource: .localMatched, cloning: nil)
    }
    let client = ElevenLabsClient(transport: assembly.transport, configuration: access)
    return VoiceProvider(
      name: client.capabilities.provider, voiceSource: .providerVoiceID,
      cloning: MeteredCloning(client, metrics: assembly.metrics))
  }
}
