import ProviderEmulator
import Schemas
import TestSupport
import Testing

@Suite("What the speech provider is asked for")
struct SpokenRequestTests {
  @Test("A note's settings reach the provider, and the log as voice_clone_settings")
  func settings() async throws {
    try await withTheatre { theatre in
      let own: JSONValue = ["stability": 0.2, "voice_similarity": 0.4]

      let answer = try await theatre.perform("Lara", ["settings_override": own])

      #expect(answer.status == 200, "\(answer.text.prefix(300))")
      let sent = theatre.emulator.state.journal(.speechStream).last?.body["voice_settings"]
      #expect(sent == ["stability": 0.2, "similarity_boost": 0.4, "style": 0.24, "use_speaker_boost": false])
      let logged = try #require(theatre.perform.logs.events("voice_clone_settings").first)
      #expect(logged["stability"] == 0.2 && logged["similarity_boost"] == 0.4)
      #expect(logged["style"] == 0.24 && logged["speaker_boost"] == false)
      #expect(logged["model"] == "eleven_turbo_v2_5" && logged["provider"] == "elevenlabs")
    }
  }

  @Test(
    "What is sent reads numbers as the routine means them and steers no engine; the answer keeps the value as it is",
    arguments: [
      ("years", "1987", "nineteen eighty-seven"), ("numbers", "1987", "one thousand nine hundred eighty-seven"),
      ("custom", "<break/> Lara", " break/  Lara"),
    ])
  func sentText(routine: String, value: String, sent: String) async throws {
    try await withTheatre { theatre in
      let performed = try await theatre.perform(value, ["routine_type": .string(routine)]).decode(PerformAnswer.self)

      let body = try #require(theatre.emulator.state.journal(.speechStream).last?.body)
      #expect(performed.text.contains(value))
      #expect(body["text"]?.string == performed.text.replacing(value, with: sent))
      #expect(performed.charsUsedRaw == performed.text.unicodeScalars.count)
    }
  }

  @Test("What the provider itself charges is kept with the charge")
  func providerCost() async throws {
    try await withTheatre { theatre in
      _ = try await theatre.perform("Lara")

      let sent = try #require(theatre.emulator.state.journal(.speechStream).last?.body["text"]?.string)
      #expect(try await theatre.billing.metric("ledger_provider_cost_total") == Double(sent.unicodeScalars.count / 2))
    }
  }

  @Test("A model of the performer's choice speaks at its own price; one that reads numbers itself is sent the digits")
  func model() async throws {
    try await withTheatre { theatre in
      let fields: [String: JSONValue] = ["routine_type": "numbers", "model": "eleven_multilingual_v2"]

      let performed = try await theatre.perform("37", fields).decode(PerformAnswer.self)

      let sent = try #require(theatre.emulator.state.journal(.speechStream).last?.body)
      let charged = try await theatre.usage().charCount
      #expect(sent["model_id"] == "eleven_multilingual_v2" && sent["text"]?.string == performed.text)
      #expect(performed.model == "eleven_multilingual_v2" && performed.text.contains("37"))
      #expect(performed.charsUsedEffective == performed.charsUsedRaw && charged == performed.charsUsedRaw)
    }
  }

  @Test(
    "The model's older variable is heard where the newer one is silent",
    arguments: [
      (["ELEVENLABS_MODEL": "eleven_flash_v2_5"], "eleven_flash_v2_5"),
      (["ELEVENLABS_MODEL": "eleven_flash_v2_5", "ELEVEN_LABS_MODEL": "eleven_v3"], "eleven_v3"),
    ])
  func olderVariable(environment: [String: String], model: String) async throws {
    try await withTheatre(environment: environment) { theatre in
      let performed = try await theatre.perform("Lara").decode(PerformAnswer.self)

      let sent = theatre.emulator.state.journal(.speechStream).last?.body["model_id"]?.string
      #expect(performed.model == model && sent == model)
    }
  }
}
