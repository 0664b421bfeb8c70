import ProviderEmulator
import Schemas
import TestSupport
import Testing

@Suite("A speech provider that keeps failing")
struct ProviderCircuitTests {
  @Test("Performances are turned away at once, with a pause and without a trace; delivered ones are still given out")
  func open() async throws {
    try await withTheatre { theatre in
      let key = ["Idempotency-Key": "delivered"]
      let delivered = try await theatre.perform(headers: key)
      let charged = try await theatre.usage()
      theatre.emulator.state.script(Fault(.speechStream, times: -1) { $0.status = 503 })
      var failed = 0.0
      while theatre.perform.logs.events("provider_circuit").isEmpty {
        _ = try await theatre.perform()
        failed += 1
      }
      theatre.emulator.state.clearJournal()

      let refused = try await theatre.perform()
      let again = try await theatre.perform(headers: key)

      #expect(refused.status == 503 && refused.error == "PROVIDER_UNAVAILABLE", "\(refused.text)")
      #expect((refused.header("Retry-After").flatMap(Int.init) ?? 0) >= 1)
      #expect(theatre.emulator.state.journal().isEmpty)
      #expect(try again.decode(PerformAnswer.self).text == delivered.decode(PerformAnswer.self).text)
      #expect(try await theatre.usage() == charged)
      #expect(theatre.voice.snapshot.leases.isEmpty)
      #expect(try await theatre.metric("speech_failed_total") == failed, "what it refused, and not what we did")
      #expect(try await theatre.metric("speech_shed_total") == 0)
    }
  }

  @Test(
    "An open circuit lets one request through when its pause is over, stays open while that fails, and closes again")
  func recovery() async throws {
    let clock = ManualSteadyClock()
    try await withTheatre(clock: clock.steadyClock) { theatre in
      theatre.emulator.state.script(Fault(.speechStream, times: -1) { $0.status = 503 })
      while theatre.perform.logs.events("provider_circuit").isEmpty { _ = try await theatre.perform() }

      let first = try await theatre.refused()
      clock.advance(by: first)
      let probe = try await theatre.asked { try await theatre.perform() }
      let second = try await theatre.refused()
      clock.advance(by: second)
      theatre.emulator.state.clearFaults()
      let served = try await theatre.asked { try await theatre.perform() }
      let next = try await theatre.perform()

      #expect(probe.answer.error == "PROVIDER_UNAVAILABLE" && probe.calls == 1)
      #expect(second > first)
      #expect(served.answer.status == 200 && served.calls == 1 && next.status == 200)
      let states = theatre.perform.logs.events("provider_circuit").compactMap { $0["state"]?.stringValue }
      #expect(states == ["open", "probing", "open", "probing", "closed"])
      #expect(try await theatre.metric("provider_circuit_state", "elevenlabs") == 0)
      let delivered = try [served.answer, next].map { try $0.decode(PerformAnswer.self).charsUsedEffective }
      #expect(try await theatre.usage().charCount == delivered.reduce(0, +))
    }
  }

  @Test("Nobody else speaks in the performer's place, whatever else could")
  func noSwap() async throws {
    try await withTheatre { theatre in
      theatre.voice.update { $0.provider = "local" }

      let answer = try await theatre.perform()

      #expect(answer.status == 503 && answer.error == "PROVIDER_UNAVAILABLE", "\(answer.text)")
      #expect(theatre.emulator.state.calls(.speechStream) == 0)
      #expect(try await theatre.usage().charCount == 0)
    }
  }

  @Test("A second speech provider beside one that clones is refused at the start")
  func oneProvider() async throws {
    await #expect(throws: (any Error).self) {
      try await withTheatre(environment: ["SPEECH_PROVIDERS": "elevenlabs,openai-compatible"]) { _ in }
    }
  }
}

extension Theatre {
  /// A performance and the requests for speech that it made.
  fileprivate func asked(_ perform: () async throws -> TestAnswer) async throws -> (answer: TestAnswer, calls: Int) {
    emulator.state.clearJournal()
    let answer = try await perform()
    return (answer, emulator.state.calls(.speechStream))
  }

  /// A performance that is turned away without a request; returns the pause that it is told.
  fileprivate func refused() async throws -> Duration {
    let (answer, calls) = try await asked { try await perform() }
    #expect(answer.status == 503 && answer.error == "PROVIDER_UNAVAILABLE" && calls == 0, "\(answer.text)")
    return .seconds(try #require(answer.header("Retry-After").flatMap { Int($0) }))
  }
}
