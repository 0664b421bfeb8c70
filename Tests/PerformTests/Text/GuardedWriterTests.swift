import PerformCore
import ProviderEmulator
import Testing

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
}
