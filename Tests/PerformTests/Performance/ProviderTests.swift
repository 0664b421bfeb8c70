import AudioCodecs
import Foundation
import ProviderEmulator
import Schemas
import ServiceClients
import TestSupport
import Testing

@Suite("Who writes and who speaks")
struct ProviderTests {
  @Test("With a key Gemini writes the words")
  func gemini() async throws {
    let emulator = ["GOOGLE_API_KEY": EmulatorOptions.geminiKey]
    try await withTheatre(environment: emulator) { theatre in
      let performed = try await theatre.perform("Lara").decode(PerformAnswer.self)

      #expect(performed.textSource == "gemini" && performed.text.contains("Lara"))
      #expect(theatre.perform.logs.events("gemini_prompt_built").count >= 1)
      #expect(theatre.perform.logs.events("gemini_text_generated").count >= 1)
    }
  }

  @Test("While Gemini is down the offline writer stands in and says so")
  func geminiDown() async throws {
    let emulator = ["GOOGLE_API_KEY": EmulatorOptions.geminiKey]
    try await withTheatre(environment: emulator) { theatre in
      theatre.emulator.state.script(Fault(.generate, times: -1) { $0.status = 503 })

      let performed = try await theatre.perform("Lara").decode(PerformAnswer.self)

      #expect(performed.textSource == "template" && performed.text.contains("Lara"))
    }
  }

  @Test("Words and voice are sought side by side")
  func sideBySide() async throws {
    try await withTheatre(environment: ["GOOGLE_API_KEY": EmulatorOptions.geminiKey]) { theatre in
      theatre.emulator.state.script(Fault(.generate) { $0.firstByteDelayMs = 60_000 })

      let request = Task { try await theatre.perform("Lara") }

      try await expectEventually {
        theatre.emulator.state.calls(.generate) == 1 && theatre.voice.onlyNote?.state == .pending
      }
      request.cancel()
      try await expectEventually { theatre.voice.snapshot.notes.isEmpty }
    }
  }

  @Test(
    "What only the operator can mend is asked for once and told as a warning; the performer has a note all the same",
    arguments: [
      ("api_key_invalid", "key_refused"), ("unauthenticated", "key_refused"), ("permission_denied", "key_refused"),
      ("model_closed_to_new_users", "model_unavailable"), ("quota_per_day", "quota_exhausted"),
    ])
  func operatorsMatter(row: String, error: String) async throws {
    try await withTheatre(environment: ["GOOGLE_API_KEY": EmulatorOptions.geminiKey]) { theatre in
      theatre.emulator.state.script(Fault(.generate, times: -1) { $0.error = row })

      let performed = try await theatre.perform("Lara").decode(PerformAnswer.self)

      #expect(performed.textSource == "template" && theatre.emulator.state.calls(.generate) == 1)
      let told = theatre.perform.logs.events("gemini_text_failed")
      #expect(told.map { $0["level"] } == ["warning"] && told.map { $0["error"] } == [.string(error)])
    }
  }

  @Test(
    "News about Gemini's model are told",
    arguments: [
      (GeminiBehaviour.modelStatus, "gemini_model_stage"), (.otherModelVersion, "gemini_rerouted"),
    ])
  func modelNews(behaviour: GeminiBehaviour, event: String) async throws {
    try await withTheatre(environment: ["GOOGLE_API_KEY": EmulatorOptions.geminiKey]) { theatre in
      theatre.emulator.state.script(Fault(.generate) { $0.behaviour = behaviour })

      let performed = try await theatre.perform("Lara").decode(PerformAnswer.self)

      #expect(performed.textSource == "gemini")
      #expect(theatre.perform.logs.events(event).map { $0["level"] } == ["warning"])
    }
  }

  @Test("Digits stay in the answer and are spelled out for a model that would misread them")
  func spelledOut() async throws {
    try await withTheatre { theatre in
      let fields: [String: JSONValue] = [
        "routine_type": "numbers", "settings_override": ["language": "spanish"],
      ]
      let performed = try await theatre.perform("37", fields).decode(PerformAnswer.self)

      let sent = try #require(theatre.emulator.state.journal(.speechStream).last?.body["text"]?.string)
      #expect(performed.text.contains("37") && performed.charsUsedRaw == performed.text.unicodeScalars.count)
      #expect(sent.contains("treinta y siete") && !sent.contains("37"))
    }
  }

  @Test("Without a key this machine speaks, at its own price, and says whose voice it is")
  func local() async throws {
    let local = ["ELEVEN_LABS_API_KEY": "", "SPEECH_PROVIDERS": "local"]
    try await withTheatre(environment: local) { theatre in
      theatre.voice.update { $0.provider = "local" }

      let performed = try await theatre.perform("Lara").decode(PerformAnswer.self)

      let audio = Array(try #require(Data(base64Encoded: performed.audioBase64 ?? "")))
      var scanner = MP3FrameScanner()
      scanner.scan(audio)
      #expect(performed.voiceSource == "local_matched" && performed.model == "local")
      #expect(scanner.durationSeconds > 3 && scanner.endsWithWholeFrame)
      #expect(theatre.emulator.state.calls(.speechStream) == 0)
    }
  }

  @Test("A replica that is told to stop finishes what it has begun")
  func drained() async throws {
    try await withTheatre { theatre in
      let addresses = ServiceAddresses([
        .auth: theatre.auth.url, .billing: theatre.billing.url, .voice: theatre.voiceURL,
      ])
      theatre.emulator.state.script(
        Fault(.speechStream) {
          $0.firstByteDelayMs = 200
          $0.chunkDelayMs = 10
        })

      try await withPerform(theatre.emulator, [:], addresses) { replica, _ in
        let client = replica.client.with(token: theatre.anna.token)
        let accepted = try await client.post(
          "/perform", Theatre.body("Lara", [:]), headers: ["Prefer": "respond-async"])
        #expect(accepted.status == 202)
      }

      #expect(theatre.voice.onlyNote?.state == .confirmed)
      #expect(try await theatre.usage().charCount > 0)
    }
  }
}
