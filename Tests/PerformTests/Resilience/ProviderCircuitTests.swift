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
      while theatre.perform.logs.events("provider_circuit").isEmpty { _ = try await theatre.perform() }
      theatre.emulator.state.clearJournal()

      let refused = try await theatre.perform()
      let again = try await theatre.perform(headers: key)

      #expect(refused.status == 503 && refused.error == "PROVIDER_UNAVAILABLE", "\(refused.text)")
      #expect((refused.header("Retry-After").flatMap(Int.init) ?? 0) >= 1)
      #expect(theatre.emulator.state.journal().isEmpty)
      #expect(try again.decode(PerformAnswer.self).text == delivered.decode(PerformAnswer.self).text)
      #expect(try await theatre.usage() == charged)
      #expect(theatre.voice.snapshot.leases.isEmpty)
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
