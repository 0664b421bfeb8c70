import OutboundHTTP
import ProviderEmulator
import Schemas
import TestSupport
import Testing

@Suite("Preparing a performance")
struct PrepareTests {
  @Test("Nothing in the way: ready, and nothing is held")
  func ready() async throws {
    try await withTheatre { theatre in
      let answer = try await theatre.prepare()

      #expect(answer == PrepareAnswer(reasons: []))
      try await theatre.expectNothingHeld()
    }
  }

  @Test(
    "What voice refuses is a reason",
    arguments: [
      .voiceCloneRequired, .voiceCloningDisabled, .consentRequired, .cloneLimitReached, .poolBusy, .poolExhausted,
      .voiceAllowanceExhausted, .providerUnavailable, .providerKeyRefused, .providerPlanRefused,
    ] as [ErrorCode])
  func voice(code: ErrorCode) async throws {
    try await withTheatre { theatre in
      theatre.voice.update { $0.leaseRefusal = ServiceError(code) }

      let (answer, performed) = try await theatre.preparedAndPerformed()

      #expect(answer == PrepareAnswer(reasons: [code.rawValue]) && performed.error == code.rawValue)
      try await theatre.expectNothingHeld()
    }
  }

  @Test(
    "Too few characters for the shortest note are a reason, as they are for the performance",
    arguments: [
      ("MONTHLY_CHAR_LIMIT", "CHARACTER_LIMIT_REACHED"), ("INSTALLATION_CHAR_LIMIT", "INSTALLATION_LIMIT_REACHED"),
    ])
  func characters(variable: String, code: String) async throws {
    try await withTheatre(billing: [variable: "59"]) { theatre in
      let (answer, performed) = try await theatre.preparedAndPerformed()
      #expect(answer == PrepareAnswer(reasons: [code]) && performed.error == code)
    }
    try await withTheatre(billing: [variable: "60"]) { theatre in
      let (answer, performed) = try await theatre.preparedAndPerformed()
      #expect(answer == PrepareAnswer(reasons: []) && performed.status == 200)
    }
  }

  @Test("A model without a price is a reason")
  func model() async throws {
    try await withTheatre(environment: ["ELEVEN_LABS_MODEL": "eleven_unpriced"]) { theatre in
      let (answer, performed) = try await theatre.preparedAndPerformed()

      #expect(answer == PrepareAnswer(reasons: ["UNKNOWN_MODEL"]) && performed.error == "UNKNOWN_MODEL")
    }
  }

  @Test("Settings that no note can be made with are a reason")
  func settings() async throws {
    try await withTheatre { theatre in
      var settings = UserSettings()
      settings.backgroundName = "ocean-liner"
      theatre.auth.set(InternalUserAnswer(userID: "anna", settings: settings, voiceCloning: true))

      let (answer, performed) = try await theatre.preparedAndPerformed()

      #expect(answer == PrepareAnswer(reasons: ["VALIDATION_FAILED"]) && performed.error == "VALIDATION_FAILED")
    }
  }

  @Test(
    "A service that does not answer is a reason, told once",
    arguments: [["/internal/auth/users/"], ["/admissions"], ["/leases"], ["/internal/auth/users/", "/leases"]])
  func services(paths: [String]) async throws {
    try await withTheatre { theatre in
      for path in paths { theatre.faults.script(.unreachable, path.hasPrefix("/internal") ? "GET" : "POST", path) }

      let answer = try await theatre.prepare()

      #expect(answer == PrepareAnswer(reasons: ["DEPENDENCY_UNAVAILABLE"]))
    }
  }

  @Test("A speech provider whose circuit is open is a reason, and is left alone")
  func circuit() async throws {
    try await withTheatre { theatre in
      theatre.emulator.state.script(Fault(.speechStream, times: -1) { $0.status = 503 })
      while theatre.perform.logs.events("provider_circuit").isEmpty { _ = try await theatre.perform() }

      let answer = try await theatre.prepare()

      #expect(answer == PrepareAnswer(reasons: ["PROVIDER_UNAVAILABLE"]))
    }
  }

  @Test("A line of waiting performances that is too long is a reason")
  func overloaded() async throws {
    try await withTheatre(environment: ["SPEECH_PROVIDER_TIMEOUT_SECONDS": "5"]) { theatre in
      theatre.emulator.state.update { $0.account.fastConcurrency = 1 }
      _ = try await theatre.perform()
      theatre.emulator.state.script(
        Fault(.speechStream) {
          $0.chunkDelayMs = 600
          $0.chunkBytes = 8192
        })
      let speaking = try await theatre.stream("Otto")
      let waiting = (0..<12).map { index in Task { try await theatre.perform(as: "user\(index)") } }
      try await expectEventually { try await theatre.metric("perform_fail_total", "OVERLOADED") >= 1 }

      let answer = try await theatre.prepare()

      waiting.forEach { $0.cancel() }
      #expect(answer == PrepareAnswer(reasons: ["OVERLOADED"]))
      _ = try await speaking.body.collect(upTo: 1 << 22)
    }
  }

  @Test("The providers' connections are there before the performance, which uses them again")
  func warm() async throws {
    let gemini = try await ProviderEmulator.start()
    let keys = ["GOOGLE_API_KEY": EmulatorOptions.geminiKey, "GEMINI_BASE_URL": gemini.url]
    try await withTheatre(environment: keys) { theatre in
      let before = [gemini, theatre.emulator].map(\.state.snapshot.connections)
      _ = try await theatre.prepare()
      let prepared = [gemini, theatre.emulator].map(\.state.snapshot.connections)

      let answer = try await theatre.perform("Lara").decode(PerformAnswer.self)

      #expect(before == [0, 0] && prepared == [1, 1])
      #expect(answer.textSource == "gemini" && answer.voiceSource == "provider_voice_id")
      #expect([gemini, theatre.emulator].map(\.state.snapshot.connections) == prepared)
    }
    await gemini.stop()
  }

  @Test("A server of one's own that writes is warm too")
  func warmChat() async throws {
    let server = try await ProviderEmulator.start()
    let own = [
      "TEXT_PROVIDERS": "openai-compatible", "OPENAI_TEXT_MODEL": "some-model", "OPENAI_TEXT_BASE_URL": server.url,
      "OPENAI_TEXT_API_KEY": EmulatorOptions.openAIKey,
    ]
    try await withTheatre(environment: own) { theatre in
      _ = try await theatre.prepare()
      let prepared = server.state.snapshot.connections

      let answer = try await theatre.perform("Lara").decode(PerformAnswer.self)

      #expect(prepared == 1 && server.state.snapshot.connections == 1)
      #expect(answer.textSource == "openai_compatible")
    }
    await server.stop()
  }
}

extension Theatre {
  fileprivate func prepare() async throws -> PrepareAnswer {
    try await anna.post("/perform/prepare").decode(PrepareAnswer.self)
  }

  fileprivate func preparedAndPerformed() async throws -> (PrepareAnswer, TestAnswer) {
    (try await prepare(), try await perform())
  }

  fileprivate func perform(as user: String) async throws {
    let client = perform.client.with(token: try await auth.tokens.user(user))
    _ = try await client.post("/perform", Self.body("Lara", [:]))
  }

  fileprivate func expectNothingHeld() async throws {
    let usage = try await usage()
    #expect(usage.charCount == 0 && usage.remaining == usage.monthlyLimit)
    #expect(voice.snapshot.leases.isEmpty && voice.snapshot.notes.isEmpty)
  }
}
