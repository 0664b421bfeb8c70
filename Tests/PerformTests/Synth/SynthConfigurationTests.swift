import ServiceConfiguration
import Testing

@testable import PerformSynth

@Suite("Who speaks, as configured")
struct SynthConfigurationTests {
  @Test(
    "ElevenLabs speaks where its key is, else this machine",
    arguments: [
      ([:], [.local]), (["ELEVEN_LABS_API_KEY": "sk"], [.elevenlabs]),
      (["ELEVEN_LABS_API_KEY": "sk", "SPEECH_PROVIDERS": "local"], [.local]),
      (["SPEECH_PROVIDERS": " openai-compatible "], [.openAICompatible]),
    ] as [([String: String], [SpeechProviderName])])
  func providers(environment: [String: String], providers: [SpeechProviderName]) {
    let variables = VariableReader(environment)

    #expect(SynthConfiguration(variables).providers == providers && variables.problems.isEmpty)
  }

  @Test(
    "The newer name of the model's variable wins, and the older one is warned of",
    arguments: [
      ([:], "eleven_turbo_v2_5", 0), (["ELEVEN_LABS_MODEL": "eleven_v3"], "eleven_v3", 0),
      (["ELEVENLABS_MODEL": "eleven_v4"], "eleven_v4", 1),
      (["ELEVENLABS_MODEL": "eleven_v4", "ELEVEN_LABS_MODEL": "eleven_v3"], "eleven_v3", 1),
    ] as [([String: String], String, Int)])
  func model(environment: [String: String], model: String, warnings: Int) {
    let variables = VariableReader(environment)

    #expect(SynthConfiguration(variables).primaryModel == model && variables.warnings.count == warnings)
  }

  @Test(
    "First audio is waited for eight seconds", arguments: [([:], 8), (["SPEECH_PROVIDER_TIMEOUT_SECONDS": "3"], 3)])
  func patience(environment: [String: String], seconds: Int) {
    #expect(SynthConfiguration(VariableReader(environment)).firstByteTimeout == .seconds(seconds))
  }

  @Test(
    "What cannot be used is refused by name at the start",
    arguments: [
      ("SPEECH_PROVIDERS", "elevenlabs", "ELEVEN_LABS_API_KEY"), ("SPEECH_PROVIDERS", "oracle", "SPEECH_PROVIDERS"),
      ("SPEECH_PROVIDERS", "local,openai-compatible", "SPEECH_PROVIDERS"),
      ("ELEVEN_LABS_BASE_URL", "nowhere", "ELEVEN_LABS_BASE_URL"),
      ("OPENAI_SPEECH_BASE_URL", "ftp://x", "OPENAI_SPEECH_BASE_URL"),
      ("SPEECH_PROVIDER_TIMEOUT_SECONDS", "0", "SPEECH_PROVIDER_TIMEOUT_SECONDS"),
      ("SPEECH_PROVIDER_TIMEOUT_SECONDS", "61", "SPEECH_PROVIDER_TIMEOUT_SECONDS"),
    ])
  func refused(name: String, value: String, refused: String) {
    let variables = VariableReader([name: value])

    _ = SynthConfiguration(variables)

    #expect(variables.problems.map(\.variable) == [refused])
  }
}
