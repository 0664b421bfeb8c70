import GeminiText
import Testing

@Suite("Gemini configuration")
struct GeminiConfigurationTests {
  @Test(
    "Retired models and moving aliases are refused with a successor",
    arguments: [
      "gemini-2.5-flash", "gemini-2.0-flash", "gemini-3.5-flash", "gemini-1.5-pro", "gemini-flash-latest",
    ])
  func refused(model: String) {
    let error = #expect(throws: GeminiConfigurationError.self) { try GeminiConfiguration(apiKey: "k", model: model) }

    #expect(error?.problems.count == 1)
    #expect(error?.problems.first?.contains("use gemini-3") == true)
  }

  @Test("All problems come at once and hold no key")
  func problems() {
    let error = #expect(throws: GeminiConfigurationError.self) {
      try GeminiConfiguration(apiKey: "se cret", model: "gemini-pro", baseURL: "ftp://x", version: "v2")
    }

    #expect(error?.problems.count == 4)
    #expect(error?.problems.joined().contains("se cret") == false)
  }

  @Test("The default is a current model, and a model not in the table yet is usable without a thinking field")
  func usable() throws {
    #expect(try GeminiConfiguration(apiKey: "AQ.x").model.thinking == .level("MINIMAL"))
    #expect(try GeminiConfiguration(apiKey: "k", model: "gemini-5-flash").model.thinking == .unset)
    #expect(GeminiModel.named("gemini-3.8-flash").thinking == .level("LOW"))
  }
}
