import ElevenLabsSpeech
import OutboundHTTP
import ProviderEmulator
import SpeechProviders
import TestSupport
import Testing

@Suite("Our requests to ElevenLabs and the official schema")
struct ElevenLabsRequestTests {
  @Test("Everything that our client sends is what the provider describes")
  func everyCall() async throws {
    try await withEmulator { emulator, _ in
      let tones = try [ToneFile(), ToneFile(hertz: 330)]
      try await withTransport { transport in
        let client = ElevenLabsClient(
          transport: transport,
          configuration: ElevenLabsConfiguration(apiKey: EmulatorOptions.elevenLabsKey, baseURL: emulator.url))
        (0..<120).forEach { emulator.state.addForeignVoice(name: "Voice \($0)") }
        _ = try await client.voices()
        emulator.state.reset()
        _ = try await client.allowance()
        let labels = ["app": "voicememos", "creation": "a-1"]
        let voice = try await client.createVoice(
          VoiceCreation(name: "vm-1", labels: labels, samples: tones.map(\.path)))
        try await client.renameVoice(id: voice.id, name: voice.id, labels: labels)
        let speech = SpeechRequest(
          text: "Good morning.", voiceID: voice.id, model: "eleven_turbo_v2_5", language: "en",
          settings: SpeechSettings(stability: 0.5, similarityBoost: 0.75, style: 0, speakerBoost: true, sex: "male"),
          requestID: "r")
        _ = try await client.synthesize(speech).next()
        _ = try await client.voices()
        try await client.deleteVoice(id: voice.id)
      }

      let validator = try RequestValidator("elevenlabs")
      let calls = emulator.state.journal()
      #expect(Set(calls.map(\.endpoint)).count == 6)
      for call in calls { #expect(validator.complaints(call) == [], "\(call.path)") }
    }
  }

  @Test("What the provider does not describe is noticed")
  func strangers() async throws {
    try await withEmulator { emulator, client in
      _ = try await client.form("/v1/voices/add", fields: ["title": "x", "labels": "[1]"])
      _ = try await client.elevenLabs("/v2/voices?page_size=many&page=2")
      _ = try await client.speak(["voice_settings": ["stability": 7], "speed": 1])

      let validator = try RequestValidator("elevenlabs")
      let found = emulator.state.journal().map { validator.complaints($0) }

      #expect(found.count == 3)
      #expect(found[0].contains("form.name is missing") && found[0].contains("form.title is unknown"))
      #expect(found[1].contains("query.page is unknown") && found[1].count == 2)
      #expect(found[2].count == 2)
    }
  }
}
