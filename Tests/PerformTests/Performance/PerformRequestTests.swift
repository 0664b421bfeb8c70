import PerformPrompt
import ProviderEmulator
import Schemas
import TestSupport
import Testing

@Suite("What can be asked of perform")
struct PerformRequestTests {
  @Test(
    "A request that cannot be performed is refused by name",
    arguments: [
      (["routine_type": "levitation"], 400, "UNKNOWN_ROUTINE"),
      (["value": .string(String(repeating: "x", count: 201))], 422, "INVALID_VALUE"),
      (["value": "a\u{7}b"], 422, "INVALID_VALUE"),
      (["topic": .string(String(repeating: "x", count: 201))], 422, "INVALID_VALUE"),
      (["topic": "a\u{7}b"], 422, "INVALID_VALUE"),
      (["routine_type": "numbers", "value": "seven"], 422, "INVALID_VALUE"),
      (["settings_override": ["tempo": 2]], 422, "VALIDATION_FAILED"),
      (["settings_override": ["stability": 50]], 422, "VALIDATION_FAILED"),
      (["settings_override": ["background_name": "ocean-liner"]], 422, "VALIDATION_FAILED"),
      (["settings_override": ["voice_note_date": "22.11.2026"]], 422, "VALIDATION_FAILED"),
      (["model": "eleven_unheard_of"], 422, "UNKNOWN_MODEL"),
      (["model": "local"], 422, "UNKNOWN_MODEL"),
    ] as [([String: JSONValue], Int, String)])
  func refused(_ fields: [String: JSONValue], _ status: Int, _ code: String) async throws {
    try await withTheatre { theatre in
      let answer = try await theatre.perform("Lara", fields)

      #expect(answer.status == status && answer.error == code, "\(answer.text)")
      try await expectEventually { theatre.voice.snapshot.leases.isEmpty }
      #expect(try await theatre.usage().remaining == theatre.usage().monthlyLimit)
    }
  }

  @Test("A value is measured as it is spoken, not as it is sent")
  func composed() async throws {
    try await withTheatre { theatre in
      let sent = String(repeating: "e\u{301}", count: 200)

      let answer = try await theatre.perform(sent)

      #expect(answer.status == 200, "\(answer.text.prefix(300))")
      let text = try answer.decode(PerformAnswer.self).text
      #expect(text.contains(sent) && (240...290).contains(text.unicodeScalars.count))
    }
  }

  @Test(
    "An Idempotency-Key that cannot be one is refused by name", arguments: ["a b", String(repeating: "k", count: 256)])
  func badKey(_ key: String) async throws {
    try await withTheatre { theatre in
      let answer = try await theatre.perform("Lara", headers: ["Idempotency-Key": key])

      #expect(answer.status == 422 && answer.error == "VALIDATION_FAILED" && answer.text.contains("Idempotency-Key"))
      #expect(theatre.voice.snapshot.leasesGiven == 0)
    }
  }

  @Test("A performance needs a user")
  func anonymous() async throws {
    try await withTheatre { theatre in
      let answer = try await theatre.perform.client.post("/perform", Theatre.body("Lara", [:]))

      #expect(answer.status == 401)
    }
  }

  @Test("The menu lists the routines with titles and inputs, and none of their hidden words")
  func menu() async throws {
    try await withTheatre { theatre in
      let answer = try await theatre.anna.get("/routines")
      let ids = try answer.decode(RoutinesAnswer.self).routines.map(\.id)

      #expect(Set(ids).isSuperset(of: ["cards", "numbers", "star-signs", "phobias", "years", "names", "movies"]))
      #expect(!answer.text.contains("hidden") && !answer.text.contains("mood"))
    }
  }

  @Test("Settings are fetched once and revalidated afterwards")
  func settings() async throws {
    try await withTheatre { theatre in
      var spanish = UserSettings()
      spanish.language = .spanish
      spanish.voiceNoteName = "Nota 7"
      _ = try await theatre.perform("Lara")
      theatre.auth.set(InternalUserAnswer(userID: "anna", settings: spanish, voiceCloning: true))

      let answer = try await theatre.perform("Lara").decode(PerformAnswer.self)

      #expect(answer.filename == "Nota 7.mp3")
      #expect(theatre.auth.userCalls == 2)
    }
  }

  @Test("The performer's settings decide the language of words and speech, and what the card claims")
  func card() async throws {
    try await withTheatre { theatre in
      var settings = UserSettings()
      settings.language = .spanish
      settings.voiceNoteName = "Nota 7"
      settings.voiceNoteDate = "2024-02-29"
      settings.voiceNoteTime = "07:30"
      theatre.auth.set(InternalUserAnswer(userID: "anna", settings: settings, voiceCloning: true))

      let text = try await theatre.perform("Lara").decode(PerformAnswer.self).text

      let opening = try #require(theatre.voice.onlyNote?.opening)
      let expected = NoteExpectation(try TextFixture.shared.brief("Lara", language: "spanish"))
      #expect(TextFixture.shared.check.violations(of: text, for: expected).isEmpty, "\(text)")
      #expect(theatre.emulator.state.journal(.speechStream).last?.body["language_code"] == "es")
      #expect(opening.title == "Nota 7" && opening.date == "2024-02-29" && opening.time == "07:30")
      #expect(opening.routineType == "custom")
    }
  }

  @Test("Value, topic and language reach the model as data; the note does not name the topic")
  func written() async throws {
    try await withTheatre(environment: ["GOOGLE_API_KEY": EmulatorOptions.geminiKey]) { theatre in
      let performed = try await theatre.perform("Lara", ["topic": "thunderstorm"]).decode(PerformAnswer.self)

      let asked = theatre.emulator.state.journal(.generate).last?.body["contents"]?.array?.last
      let message = try #require(asked?["parts"]?.array?.first?["text"]?.string)
      let data = try WireJSON.decode(JSONValue.self, from: Array(message.utf8))
      #expect(data["value"] == "Lara" && data["topic"] == "thunderstorm" && data["language"] == "english")
      #expect(data["speaker"] == "male" && data["mood"]?.stringValue?.isEmpty == false)
      #expect(performed.textSource == "gemini" && !performed.text.contains("thunderstorm"))
    }
  }

  @Test("Health tells model, price and which keys are set; metrics count; logs hold no words")
  func observability() async throws {
    try await withTheatre { theatre in
      let answer = try await theatre.perform("Xylophonist").decode(PerformAnswer.self)
      let health = try await theatre.perform.client.get("/health").json
      let metrics = try await theatre.perform.client.get("/metrics").text

      #expect(health["elevenlabs_model"] == "eleven_turbo_v2_5" && health["model_cost_factor"] == 0.5)
      #expect(health["has_elevenlabs_api_key"] == true && health["has_google_api_key"] == false)
      #expect(metrics.contains("perform_requests_total 1") && metrics.contains("perform_success_total 1"))
      #expect(metrics.contains("chars_generated_total \(answer.charsUsedRaw)"))
      #expect(metrics.contains("perform_latency_ms_count 1") && metrics.contains("tts_latency_ms_count"))
      #expect(theatre.perform.logs.events("perform_completed").count == 1)
      #expect(theatre.perform.logs.events("voice_clone_settings").count == 1)
      #expect(!theatre.perform.logs.lines.contains { $0.contains("Xylophonist") })
    }
  }
}
