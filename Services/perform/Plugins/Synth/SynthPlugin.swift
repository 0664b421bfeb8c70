import ElevenLabsSpeech
import LocalSpeech
import OpenAICompatibleSpeech
import PerformCore
import Schemas
import ServiceConfiguration
import ServiceHost
import SpeechProviders

/// Who speaks: the speech providers, their models and voice settings, and the guards around them.
package struct SynthPlugin: ServicePlugin {
  package let identity = "perform.synth"
  package let provides = [PortKey.speech.any]

  package init() {}

  package func configure(_ variables: VariableReader) -> SynthConfiguration {
    SynthConfiguration(variables)
  }

  package func assemble(_ settings: SynthConfiguration, in assembly: PluginAssembly) async throws -> Contributions {
    let journal = SpeechJournal(logger: assembly.logger, metrics: assembly.metrics)
    let maker = SpeechLineMaker(assembly: assembly, journal: journal, patience: settings.firstByteTimeout)
    let lines = settings.providers.map { maker.line(to: Self.provider($0, settings, assembly)) }
    let models = SpeechModels(primary: settings.providers[0], configured: settings.primaryModel)
    assembly.provide(.speech, Speaker(lines: lines, models: models, journal: journal))
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
    case .openAICompatible:
      OpenAICompatibleSynthesizer(
        transport: assembly.transport,
        configuration: OpenAICompatibleConfiguration(
          apiKey: settings.openAI.key, baseURL: settings.openAI.url, firstByteTimeout: settings.firstByteTimeout))
    }
  }
}
