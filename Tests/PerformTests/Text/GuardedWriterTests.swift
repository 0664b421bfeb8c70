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

  @Test("Refusals, bad drafts and a wrong key are no failures of the provider")
  func healthy() async throws {
    try await withComposer { stage in
      stage.emulator.state.script(Fault(.generate, times: -1) { $0.behaviour = .refuses })
      for _ in 0..<4 { _ = try await stage.composer.compose(try TextFixture.shared.brief("Ana")) }

      #expect(stage.emulator.state.calls(.generate) == 12)
    }
  }
}
