import AudioCodecs
import OutboundHTTP
import ProviderEmulator
import Schemas
import TestSupport
import Testing

@Suite("A performance that fails")
struct PerformanceFailureTests {
  /// Nothing charged, nothing held, no note, no lease.
  private func expectNoTrace(_ theatre: Theatre) async throws {
    let usage = try await theatre.usage()
    #expect(usage.charCount == 0 && usage.remaining == usage.monthlyLimit)
    #expect(theatre.voice.snapshot.notes.isEmpty)
    try await expectEventually { theatre.voice.snapshot.leases.isEmpty }
  }

  @Test(
    "A provider's refusal is answered by its code and leaves no trace",
    arguments: [
      ("quota_exceeded", "PROVIDER_OUT_OF_CREDITS", 502), ("invalid_api_key", "PROVIDER_KEY_REFUSED", 502),
      ("system_busy", "PROVIDER_RATE_LIMITED", 503), ("model_not_found", "PROVIDER_REFUSED", 502),
    ])
  func providerRefuses(_ fault: String, _ code: String, _ status: Int) async throws {
    try await withTheatre { theatre in
      theatre.emulator.state.script(Fault(.speechStream, times: -1) { $0.error = fault })

      let answer = try await theatre.perform()

      #expect(answer.status == status && answer.error == code, "\(answer.text)")
      try await expectNoTrace(theatre)
    }
  }

  @Test("A failure that passes is tried once more")
  func oneRetry() async throws {
    try await withTheatre { theatre in
      theatre.emulator.state.script(Fault(.speechStream) { $0.error = "system_busy" })

      let answer = try await theatre.perform()

      #expect(answer.status == 200, "\(answer.text.prefix(300))")
      #expect(theatre.emulator.state.calls(.speechStream) == 2)
    }
  }

  @Test("A voice that the provider lost is made anew once, then speaks")
  func lostVoice() async throws {
    try await withTheatre { theatre in
      theatre.loseVoice(madeAnewAs: theatre.voice.snapshot.providerVoice)

      let answer = try await theatre.perform()

      #expect(answer.status == 200, "\(answer.text.prefix(300))")
      #expect(theatre.voice.snapshot.missingReports == 1)
      #expect(theatre.voice.onlyNote?.opening.voiceCloneID == theatre.voice.snapshot.remadeVoice)
      try await expectEventually { theatre.voice.snapshot.leases.isEmpty }
    }
  }

  @Test("A note that was opened again for the voice made anew, without an answer, is not left behind")
  func lostReopening() async throws {
    try await withTheatre { theatre in
      theatre.loseVoice(madeAnewAs: theatre.voice.snapshot.providerVoice)
      theatre.faults.script(.lostAnswer, "POST", "/internal/voice/notes")

      let answer = try await theatre.perform()

      #expect(answer.status == 503 && answer.error == "DEPENDENCY_UNAVAILABLE", "\(answer.text.prefix(300))")
      theatre.faults.clear()
      try await expectNoTrace(theatre)
    }
  }

  @Test("A voice that cannot be made anew is a conflict, and leaves no trace")
  func voiceGoneForGood() async throws {
    try await withTheatre { theatre in
      theatre.loseVoice()

      let answer = try await theatre.perform()

      #expect(answer.status == 409 && answer.error == "VOICE_CLONE_REQUIRED")
      #expect(answer.json["action"]?.stringValue?.isEmpty == false)
      try await expectNoTrace(theatre)
    }
  }

  @Test("A voice that is lost again is not made a third time")
  func lostAgain() async throws {
    try await withTheatre { theatre in
      theatre.loseVoice(madeAnewAs: "lost4567890123456789")

      let answer = try await theatre.perform()

      #expect(answer.status == 409 && answer.error == "VOICE_CLONE_REQUIRED", "\(answer.text.prefix(300))")
      #expect(theatre.voice.snapshot.missingReports == 1)
      try await expectNoTrace(theatre)
    }
  }

  @Test("Speech that breaks off fails the JSON form as a problem and leaves no trace")
  func cutSpeech() async throws {
    try await withTheatre { theatre in
      theatre.emulator.state.script(Fault(.speechStream) { $0.ending = .cut })

      let answer = try await theatre.perform()

      #expect(answer.status == 503 && answer.error == "PROVIDER_UNAVAILABLE", "\(answer.text)")
      try await expectNoTrace(theatre)
    }
  }

  @Test("Speech that breaks off leaves a stream visibly broken and no trace")
  func cutStream() async throws {
    try await withTheatre { theatre in
      theatre.emulator.state.script(Fault(.speechStream) { $0.ending = .cut })

      let response = try await theatre.stream()

      #expect(response.status == 200)
      await #expect(throws: OutboundError.self) { _ = try await response.body.collect(upTo: 1 << 22) }
      try await expectNoTrace(theatre)
    }
  }

  @Test(
    "What calls itself audio and holds none is answered before a byte of the room goes out",
    arguments: [true, false])
  func noAudio(background: Bool) async throws {
    try await withTheatre { theatre in
      let page = Array("<html><p>We will be back soon.</p></html>".utf8)
      theatre.faults.script(.answer(contentType: "audio/mpeg", page), "POST", "/v1/text-to-speech")

      let answer = try await theatre.perform(
        "Lara", ["settings_override": ["add_background_sound": .bool(background)]], headers: ["Accept": "audio/mpeg"])

      #expect(answer.status == 502 && answer.error == "PROVIDER_ANSWER_INVALID", "\(answer.text.prefix(200))")
      try await expectNoTrace(theatre)
    }
  }

  @Test("Audio in which nothing is to be heard is no note", arguments: [true, false])
  func silentAudio(background: Bool) async throws {
    let encoder = try MP3Encoder()
    let silence = try encoder.encode([Float](repeating: 0, count: 176_400)) + encoder.finish()
    try await withTheatre { theatre in
      theatre.faults.script(.answer(contentType: "audio/mpeg", silence), "POST", "/v1/text-to-speech")

      let answer = try await theatre.perform("Lara", ["settings_override": ["add_background_sound": .bool(background)]])

      #expect(answer.status == 502 && answer.error == "PROVIDER_ANSWER_INVALID", "\(answer.text.prefix(200))")
      try await expectNoTrace(theatre)
    }
  }

  @Test("Speech that outlives its lease is given up: the voice may be gone any moment")
  func leaseRunsOut() async throws {
    try await withTheatre { theatre in
      theatre.voice.update { $0.leaseSeconds = 0.5 }
      theatre.emulator.state.script(Fault(.speechStream) { $0.firstByteDelayMs = 60_000 })

      let answer = try await theatre.perform()

      #expect(answer.status == 503 && answer.error == "PROVIDER_TIMEOUT", "\(answer.text)")
      try await expectNoTrace(theatre)
    }
  }

  @Test(
    "A service that does not answer fails the performance, and nothing is charged",
    arguments: [
      ("GET", "/internal/auth/users/"), ("POST", "/internal/billing/reservations"),
      ("POST", "/internal/voice/performances"), ("PUT", "/audio"),
    ])
  func serviceDown(_ method: String, _ path: String) async throws {
    try await withTheatre { theatre in
      theatre.faults.script(.unreachable, method, path)

      let answer = try await theatre.perform()

      #expect(answer.status == 503 && answer.error == "DEPENDENCY_UNAVAILABLE", "\(answer.text)")
      theatre.faults.clear()
      try await expectNoTrace(theatre)
    }
  }

  @Test("An expired reservation is not charged: the stream is broken and the note is gone")
  func commitRefused() async throws {
    try await withTheatre { theatre in
      theatre.faults.script(.problem(ServiceError(.reservationExpired)), "POST", "/commit")

      let response = try await theatre.stream()

      await #expect(throws: OutboundError.self) { _ = try await response.body.collect(upTo: 1 << 22) }
      #expect(theatre.voice.snapshot.notes.isEmpty)
      #expect(try await theatre.usage().charCount == 0)
    }
  }

  @Test("A charge whose answer was lost is asked for again and made once")
  func lostCommitAnswer() async throws {
    try await withTheatre { theatre in
      theatre.faults.script(.lostAnswer, "POST", "/commit", times: 1)

      let answer = try await theatre.perform()

      let performed = try answer.decode(PerformAnswer.self)
      #expect(try await theatre.usage().charCount == performed.charsUsedEffective)
      #expect(theatre.voice.onlyNote?.state == .confirmed)
    }
  }

  @Test("A charge that was made without an answer keeps its note for settling")
  func committedUnheard() async throws {
    try await withTheatre { theatre in
      theatre.faults.script(.lostAnswer, "POST", "/commit")

      let answer = try await theatre.perform()

      #expect(answer.status == 503 && answer.error == "NOTE_SETTLING", "\(answer.text)")
      #expect(theatre.voice.onlyNote?.state == .sealed)
      #expect(try await theatre.usage().charCount > 0)
    }
  }

  @Test("A charge that never arrived is released together with its note")
  func commitUnreachable() async throws {
    try await withTheatre { theatre in
      theatre.faults.script(.unreachable, "POST", "/commit")

      let answer = try await theatre.perform()

      #expect(answer.status == 503 && answer.error == "DEPENDENCY_UNAVAILABLE", "\(answer.text)")
      try await expectNoTrace(theatre)
    }
  }

  @Test("A note that is paid for and cannot be confirmed is told as settling")
  func confirmUnreachable() async throws {
    try await withTheatre { theatre in
      theatre.faults.script(.unreachable, "POST", "/confirm")

      let answer = try await theatre.perform()

      #expect(answer.status == 503 && answer.error == "NOTE_SETTLING", "\(answer.text)")
      #expect(theatre.voice.onlyNote?.state == .sealed)
    }
  }

  @Test("A late repetition that takes the note for not begun leaves what is paid for alone")
  func paidElsewhere() async throws {
    try await withTheatre { theatre in
      let key = ["Idempotency-Key": "k"]
      theatre.faults.script(.unreachable, "POST", "/confirm")
      _ = try await theatre.perform(headers: key)
      theatre.faults.clear()
      let charged = try await theatre.usage().charCount
      theatre.faults.script(.problem(ServiceError(.notFound)), "GET", "/internal/voice/notes/", times: 1)

      let late = try await theatre.perform(headers: key)

      #expect(late.status == 503 && late.error == "NOTE_SETTLING", "\(late.text)")
      #expect(theatre.voice.onlyNote?.state == .sealed)
      let settled = try await theatre.perform(headers: key)
      let total = try await theatre.usage().charCount
      #expect(settled.status == 200 && total == charged && charged > 0)
    }
  }

  @Test("Nothing is spoken beyond the monthly limit")
  func limitReached() async throws {
    try await withTheatre(billing: ["MONTHLY_CHAR_LIMIT": "10"]) { theatre in
      let answer = try await theatre.perform()

      #expect(answer.status == 402 && answer.error == "CHARACTER_LIMIT_REACHED", "\(answer.text)")
      #expect(answer.json["charCount"] == 0 && answer.json["monthlyLimit"] == 10)
      #expect(answer.json["resets_at"]?.stringValue?.isEmpty == false)
      #expect(theatre.emulator.state.calls(.speechStream) == 0)
      #expect(theatre.voice.snapshot.leasesGiven == 0, "an evicted voice would have been made again for nothing")
      try await expectNoTrace(theatre)
    }
  }

  @Test("No voice, no performance")
  func noVoice() async throws {
    try await withTheatre { theatre in
      theatre.voice.update { $0.leaseRefusal = ServiceError(.voiceCloneRequired) }

      let answer = try await theatre.perform()

      #expect(answer.status == 409 && answer.error == "VOICE_CLONE_REQUIRED")
      try await expectNoTrace(theatre)
    }
  }
}

extension Theatre {
  /// The provider knows anna's voice no more.
  fileprivate func loseVoice(madeAnewAs remade: String = "") {
    voice.update { state in
      state.providerVoice = "gone4567890123456789"
      state.remadeVoice = remade
    }
  }
}
