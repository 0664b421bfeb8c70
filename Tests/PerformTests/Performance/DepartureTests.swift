import OutboundHTTP
import ProviderEmulator
import Schemas
import TestSupport
import Testing

@Suite("A client that goes away")
struct DepartureTests {
  @Test(
    "Before speech has begun the performance is given up and nothing is charged, whatever was asked for",
    arguments: [
      ("/perform", "audio/mpeg"), ("/perform", "application/json"), ("/generate-audio", "application/json"),
    ])
  func beforeSpeech(path: String, form: String) async throws {
    try await withTheatre { theatre in
      theatre.emulator.state.script(Fault(.speechStream) { $0.firstByteDelayMs = 60_000 })
      let body = try WireJSON.encode(path == "/perform" ? Theatre.body("Lara", [:]) : ["value": "Lara"])
      let headers = ["Accept": form, "Content-Type": "application/json"]
      let request = Task { try await theatre.anna.open("POST", path, body: .bytes(body), headers: headers) }
      try await expectEventually { theatre.emulator.state.calls(.speechStream) == 1 }

      request.cancel()

      try await expectEventually { theatre.voice.snapshot.discarded.count == 1 }
      try await expectEventually { try await theatre.usage().remaining == theatre.usage().monthlyLimit }
      try await expectEventually { theatre.voice.snapshot.leases.isEmpty }
    }
  }

  @Test("Who leaves before speech has begun is no trouble of the provider: no failure is counted, no circuit opens")
  func noProviderTrouble() async throws {
    try await withTheatre(environment: ["GOOGLE_API_KEY": EmulatorOptions.geminiKey]) { theatre in
      theatre.emulator.state.script(Fault(.speechStream, times: 6) { $0.firstByteDelayMs = 60_000 })
      for left in 1...6 {
        try await theatre.leaveBeforeSpeech(asked: left)
        try await expectEventually { try await theatre.metric("perform_abandoned_total") == Double(left) }
      }

      let served = try await theatre.perform()

      #expect(served.status == 200, "\(served.text.prefix(300))")
      #expect(try await theatre.metric("speech_cancelled_total", "elevenlabs") == 6)
      for counter in ["speech_failed_total", "elevenlabs_fail_ratio", "perform_fail_total", "text_failed_total"] {
        #expect(try await theatre.metric(counter) == 0, "\(counter)")
      }
      #expect(theatre.perform.logs.events("provider_circuit").isEmpty)
      #expect(theatre.perform.logs.events("speech_failed").isEmpty)
      #expect(theatre.perform.logs.events("perform_failed").isEmpty)
    }
  }

  @Test("Who leaves while the words are still sought is no trouble of their writer either")
  func noWriterTrouble() async throws {
    try await withTheatre(environment: ["GOOGLE_API_KEY": EmulatorOptions.geminiKey]) { theatre in
      theatre.emulator.state.script(Fault(.generate) { $0.firstByteDelayMs = 60_000 })
      let request = Task { try await theatre.stream() }
      try await expectEventually { theatre.emulator.state.calls(.generate) == 1 }

      request.cancel()

      try await expectEventually { try await theatre.metric("perform_abandoned_total") == 1 }
      #expect(try await theatre.metric("text_failed_total") == 0)
      #expect(try await theatre.metric("text_abandoned_total") == 0)
      #expect(try await theatre.metric("perform_fail_total") == 0)
    }
  }

  @Test("After speech has begun the note is finished, stored and charged, and its key gives it back")
  func afterSpeechBegan() async throws {
    try await withTheatre { theatre in
      let key = ["Idempotency-Key": "key-gone"]
      theatre.emulator.state.script(
        Fault(.speechStream) {
          $0.chunkDelayMs = 20
          $0.chunkBytes = 4096
        })
      try await theatre.listenToFirstChunk(key)

      try await expectEventually { theatre.voice.onlyNote?.state == .confirmed }
      let again = try await theatre.perform(headers: key).decode(PerformAnswer.self)
      #expect(theatre.emulator.state.calls(.speechStream) == 1)
      #expect(try await theatre.usage().charCount == again.charsUsedEffective)
    }
  }
}

extension Theatre {
  /// - Parameter asked: requests for speech that the provider has seen once this one has arrived.
  fileprivate func leaveBeforeSpeech(asked: Int) async throws {
    let request = Task { try await stream() }
    try await expectEventually { emulator.state.calls(.speechStream) == asked }
    request.cancel()
  }

  /// Leaves without reading the rest.
  fileprivate func listenToFirstChunk(_ headers: [String: String]) async throws {
    let response = try await stream(headers: headers)
    for try await chunk in response.body where !chunk.isEmpty { return }
  }
}
