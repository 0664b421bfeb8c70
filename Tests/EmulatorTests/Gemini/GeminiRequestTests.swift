import Foundation
import ProviderEmulator
import Testing

@Suite("Requests to Gemini")
struct GeminiRequestTests {
  @Test("Both name styles are understood, also mixed, and whole numbers as floats")
  func nameStyles() async throws {
    try await withEmulator { _, client in
      var body = EmulatorClient.order().object ?? [:]
      body["system_instruction"] = ["role": "user", "parts": [["text": "Write."]]]
      body["generationConfig"] = [
        "max_output_tokens": 512, "topK": 40.0, "thinkingConfig": ["thinking_level": "minimal"],
      ]
      body["safetySettings"] = [["category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_ONLY_HIGH"]]

      let answer = try await client.generate(.object(body))

      #expect(answer.status == 200)
    }
  }

  @Test("Unknown names and wrong types are refused one by one, before the key is looked at")
  func violations() async throws {
    try await withEmulator { _, client in
      var stranger = client
      stranger.geminiKey = "AIzaWrong"
      let body: JSON = ["contents": [], "nonsense": 1, "generationConfig": ["frobnicate": true, "seed": "x"]]

      let answer = try await stranger.generate(body)
      let found = answer.json["error"]?["details"]?.array?.first?["fieldViolations"]?.array ?? []

      #expect(answer.status == 400)
      #expect(
        found.compactMap { $0["description"]?.string } == [
          "Invalid JSON payload received. Unknown name \"frobnicate\" at 'generation_config': Cannot find field.",
          "Invalid value at 'generation_config.seed' (TYPE_INT32), \"x\"",
          "Invalid JSON payload received. Unknown name \"nonsense\": Cannot find field.",
        ])
    }
  }

  @Test(
    "Keys are refused in Google's way",
    arguments: [("AIzaWrong", 400, "INVALID_ARGUMENT"), (nil, 403, "PERMISSION_DENIED")])
  func keys(key: String?, status: Int, name: String) async throws {
    try await withEmulator { _, client in
      var stranger = client
      stranger.geminiKey = key

      let answer = try await stranger.generate(EmulatorClient.order())

      #expect(answer.status == status)
      #expect(answer.errorStatus == name)
    }
  }

  @Test(
    "Retired models, closed models and aliases under v1 are not found",
    arguments: [
      ("gemini-1.5-flash", "v1beta", "is not found for API version v1beta"),
      ("gemini-flash-latest", "v1", "is not found for API version v1,"),
      ("gemini-2.5-flash", "v1beta", "no longer available to new users"),
    ])
  func missingModels(model: String, version: String, words: String) async throws {
    try await withEmulator { _, client in
      let answer = try await client.generate(EmulatorClient.order(), model: model, version: version)

      #expect(answer.status == 404)
      #expect(answer.text.contains(words))
    }
  }

  @Test("A re-routed model answers under another name and says that it is deprecated")
  func rerouted() async throws {
    try await withEmulator { _, client in
      let answer = try await client.generate(EmulatorClient.order(), model: "gemini-3.7-flash").json

      #expect(answer["modelVersion"] == "gemini-3.8-flash")
      #expect(answer["modelStatus"]?["modelStage"] == "DEPRECATED")
    }
  }

  @Test(
    "Thinking is asked for in the model's own way or refused",
    arguments: [
      ("gemini-3.5-flash-lite", ["thinkingLevel": "MINIMAL"], 200),
      ("gemini-3.8-flash", ["thinkingLevel": "MINIMAL"], 400), ("gemini-3.8-flash", ["thinkingLevel": "LOW"], 200),
      ("gemini-3.8-flash", ["thinkingBudget": 0], 400), ("gemini-2.5-flash", ["thinkingLevel": "LOW"], 400),
      ("gemini-2.5-flash", ["thinkingBudget": 0], 200), ("gemini-2.5-pro", ["thinkingBudget": 0], 400),
      ("gemini-3.5-flash-lite", ["thinkingLevel": "LOW", "thinkingBudget": 64], 400),
    ] as [(String, JSON, Int)])
  func thinking(model: String, asked: JSON, status: Int) async throws {
    try await withEmulator { emulator, client in
      emulator.state.update { $0.account.reachesClosedModels = true }
      var body = EmulatorClient.order().object ?? [:]
      body["generationConfig"] = ["thinkingConfig": asked]

      let answer = try await client.generate(.object(body), model: model)

      #expect(answer.status == status)
    }
  }

  @Test("Thinking can use up the whole limit, and then there is no text")
  func thinkingUsesTheLimit() async throws {
    try await withEmulator { _, client in
      var body = EmulatorClient.order().object ?? [:]
      body["generationConfig"] = ["maxOutputTokens": 300]

      let candidate = try await client.generate(.object(body), model: "gemini-3.8-flash").json["candidates"]?.array?
        .first

      #expect(candidate?["finishReason"] == "MAX_TOKENS")
      #expect(candidate?["content"]?["parts"] == nil)
    }
  }

  @Test("A stream without SSE is one array in pieces, and its errors come in an array")
  func arrayStream() async throws {
    try await withEmulator { _, client in
      let answer = try await client.generate(EmulatorClient.order(), method: "streamGenerateContent")
      let refused = try await client.generate(
        EmulatorClient.order(), model: "gemini-1.5-pro", method: "streamGenerateContent")

      #expect((answer.json.array?.count ?? 0) > 1)
      #expect(refused.json.array?.first?["error"]?["code"] == 404)
    }
  }
}
