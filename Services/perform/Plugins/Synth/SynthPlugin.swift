import ElevenLabsSpeech
import LocalSpeech
import PerformCore
import Schemas
import ServiceConfiguration
import ServiceHost
import SpeechProviders

/// Who speaks: the speech providers, their model and their voice settings.
package struct SynthPlugin: ServicePlugin {
  package let identity = "perform.synth"
  package let provides = [PortKey.speech.any]

  package init() {}

  package func configure(_ variables: VariableReader) -> SynthConfiguration {
    SynthConfiguration(variables)
  }

  package func assemble(_ settings: SynthConfiguration, in assembly: PluginAssembly) async throws -> Contributions {
    let providers = settings.providers.map { Self.provider($0, settings, assembly) }
    let journal = SpeechJournal(logger: assembly.logger, metrics: assembly.metrics)
    assembly.provide(
      .speech,
      Speaker(
        providers: providers, models: SpeechModels(primary: settings.providers[0], configured: settings.model),
        retry: SpeechRetry(pause: assembly.pause, randomness: assembly.randomness), journal: journal))
    let (model, hasKey) = (settings.model, settings.elevenLabsKey != nil)
    return Contributions(
      healthFacts: assembly.modelFacts(model) + [HealthFact("has_elevenlabs_api_key") { .bool(hasKey) }])
  }

  private static func provider(
    _ name: SpeechProviderName, _ settings: SynthConfiguration, _ assembly: PluginAssembly
  ) -> any SpeechSynthesizer {
    switch name {
    case .local: LocalSynthesizer()
    case .elevenlabs:
      ElevenLabsClient(
        transport: assembly.transport,
        configuration: ElevenLabsConfiguration(
          apiKey: settings.elevenLabsKey ?? "", baseURL: settings.elevenLabsURL,
          speechFirstByteTimeout: settings.firstByteTimeout))
    }
  }
}
