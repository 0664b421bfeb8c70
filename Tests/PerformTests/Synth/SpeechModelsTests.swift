import Schemas
import Testing

@testable import PerformSynth

@Suite("Which model speaks")
struct SpeechModelsTests {
  @Test(
    "A provider speaks with its own models only; without a wish with the configured one",
    arguments: [
      (.elevenlabs, nil, "eleven_turbo_v2_5"), (.elevenlabs, "eleven_v3", "eleven_v3"),
      (.elevenlabs, "eleven_turbo_v2_5", "eleven_turbo_v2_5"), (.elevenlabs, "tts-1", nil),
      (.elevenlabs, "local", nil), (.local, nil, "local"), (.local, "local", "local"), (.local, "eleven_v3", nil),
      (.openAICompatible, nil, "tts-1"), (.openAICompatible, "tts-1", "tts-1"), (.openAICompatible, "tts-1-hd", nil),
      (.openAICompatible, "local", nil),
    ] as [(SpeechProviderName, String?, String?)])
  func model(provider: SpeechProviderName, requested: String?, spoken: String?) {
    let configured = provider == .openAICompatible ? "tts-1" : "eleven_turbo_v2_5"
    let models = SpeechModels(primary: provider, configured: configured)

    #expect((try? models.model(requested)) == spoken)
  }

  @Test("A model that nobody speaks with is UNKNOWN_MODEL")
  func unknown() {
    let error = #expect(throws: ServiceError.self) {
      try SpeechModels(primary: .elevenlabs, configured: "eleven_v3").model("local")
    }

    #expect(error?.code == .unknownModel)
  }
}
