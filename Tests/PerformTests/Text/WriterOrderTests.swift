import PerformCore
import PerformPrompt
import ProviderEmulator
import ServiceConfiguration
import Testing

@Suite("Which writers are asked")
struct WriterOrderTests {
  private static let both = [
    "GOOGLE_API_KEY": EmulatorOptions.geminiKey, "OPENAI_TEXT_MODEL": "some-model",
    "OPENAI_TEXT_API_KEY": EmulatorOptions.openAIKey,
  ]

  private func problems(_ environment: [String: String]) -> [String] {
    let variables = VariableReader(environment)
    _ = PromptPlugin().configure(variables)
    return variables.problems.map(\.variable)
  }

  @Test(
    "The order of TEXT_PROVIDERS is the order of asking",
    arguments: [
      ("openai-compatible,gemini,template", "openai_compatible"), ("gemini, openai-compatible", "gemini"),
      ("template", "template"), ("template,openai-compatible", "openai_compatible"),
    ])
  func order(listed: String, source: String) async throws {
    try await withComposer(Self.both.merging(["TEXT_PROVIDERS": listed]) { $1 }) { stage in
      let note = try await stage.composer.compose(try TextFixture.shared.brief("Ana"))

      #expect(note.textSource == source)
    }
  }

  @Test("The next writer takes over, and the offline one stands behind all of them")
  func failover() async throws {
    try await withComposer(Self.both.merging(["TEXT_PROVIDERS": "gemini,openai-compatible"]) { $1 }) { stage in
      stage.emulator.state.script(Fault(.generate, times: -1) { $0.error = "api_key_invalid" })
      let second = try await stage.composer.compose(try TextFixture.shared.brief("Ana"))
      stage.emulator.state.script(Fault(.chat, times: -1) { $0.error = "openai_overloaded" })
      let last = try await stage.composer.compose(try TextFixture.shared.brief("Ana"))

      #expect(second.textSource == "openai_compatible" && second.attempts == 2)
      #expect(last.textSource == "template")
    }
  }

  @Test(
    "What cannot be used is refused by name at the start",
    arguments: [
      (["TEXT_PROVIDERS": "gemini"], ["GOOGLE_API_KEY"]),
      (["TEXT_PROVIDERS": "openai-compatible"], ["OPENAI_TEXT_MODEL"]),
      (
        ["TEXT_PROVIDERS": "openai-compatible", "OPENAI_TEXT_MODEL": "m", "OPENAI_TEXT_BASE_URL": "x"],
        ["OPENAI_TEXT_BASE_URL"]
      ),
      (["TEXT_PROVIDERS": "gemini,gemini", "GOOGLE_API_KEY": "k"], ["TEXT_PROVIDERS"]),
      (["TEXT_PROVIDERS": "oracle"], ["TEXT_PROVIDERS"]),
      (["GOOGLE_API_KEY": "k", "GEMINI_MODEL": "gemini-2.5-flash"], ["GEMINI_MODEL"]),
      (["GOOGLE_API_KEY": "k", "GEMINI_BASE_URL": "nowhere"], ["GEMINI_BASE_URL"]),
    ] as [([String: String], [String])])
  func refused(environment: [String: String], variables: [String]) {
    #expect(problems(environment) == variables)
  }
}
