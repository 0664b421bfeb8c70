import PerformCore
import ProviderEmulator
import Resilience
import Testing
import TextProviders

@testable import PerformPrompt

@Suite("A text provider that keeps failing")
struct GuardedWriterTests {
  @Test("It is left alone for a while, and performers get the offline writer's words at once")
  func circuit() async throws {
    try await withComposer { stage in
      stage.emulator.state.script(Fault(.generate, times: -1) { $0.status = 503 })
      for _ in 0..<4 { _ = try await stage.composer.compose(try TextFixture.shared.brief("Ana")) }
      let asked = stage.emulator.state.calls(.generate)

      let note = try await stage.composer.compose(try TextFixture.shared.brief("Ana"))

      #expect(note.textSource == "template")
      #expect(stage.emulator.state.calls(.generate) == asked)
      let state = try await stage.metric("provider_circuit_state", "gemini")
      #expect(state == 2)
    }
  }

  @Test("A provider that asks for seconds of patience is not waited for: the offline writer answers, and it is counted")
  func longWait() async throws {
    try await withComposer { stage in
      stage.emulator.state.script(Fault(.generate) { $0.error = "quota_per_minute" })

      let note = try await stage.composer.compose(try TextFixture.shared.brief("Ana"))

      #expect(note.textSource == "template" && note.attempts == 2)
      #expect(stage.emulator.state.calls(.generate) == 1)
      #expect(try await stage.metric("text_failed_total", #"error="rate_limited""#) == 1)
      #expect(try await stage.metric("text_abandoned_total", #"source="gemini""#) == 1)
    }
  }

  @Test("Refusals, bad drafts and a wrong key are no failures of the provider")
  func healthy() async throws {
    try await withComposer { stage in
      stage.emulator.state.script(Fault(.generate, times: -1) { $0.behaviour = .refuses })
      for _ in 0..<4 { _ = try await stage.composer.compose(try TextFixture.shared.brief("Ana")) }

      #expect(stage.emulator.state.calls(.generate) == 12)
    }
  }

  @Test(
    "A time-out tells about the provider only where it had the time to answer",
    arguments: [(Duration.seconds(1), CircuitBreaker.State.closed), (.seconds(8), .open)])
  func shortenedDeadline(timeout: Duration, state: CircuitBreaker.State) async throws {
    let breaker = CircuitBreaker()
    let silent = ScriptedWriter("gemini", Array(repeating: .failure(TextError(.timeout)), count: 20))
    let writer = GuardedWriter(silent, breaker: breaker, tellingTime: NotePolicy().tellingTime)
    let request = TextFixture.shared.rules.prompt.build(try TextFixture.shared.brief("Ana"), timeout: timeout)

    for _ in 0..<20 { _ = try? await writer.write(request) }

    #expect(breaker.state == state)
  }

  @Test("No draft is asked for with less time left than a model needs", arguments: [(8.0, 1.5), (1.0, 0.5)])
  func leastTime(timeout: Double, leastTime: Double) {
    #expect(NotePolicy(timeout: .seconds(timeout)).leastTime == .seconds(leastTime))
  }
}
