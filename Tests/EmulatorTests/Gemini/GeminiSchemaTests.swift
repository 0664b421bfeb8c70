import Foundation
import ProviderEmulator
import Testing

@Suite("Gemini bodies and the official schema")
struct GeminiSchemaTests {
  @Test(
    "Every way of answering 200 fits the schema",
    arguments: GeminiBehaviour.allCases.filter { ![.notJSON, .unknownFinish].contains($0) })
  func behavioursFit(behaviour: GeminiBehaviour) async throws {
    try await withEmulator { emulator, client in
      let validator = try SchemaValidator("gemini")
      emulator.state.script(Fault(.generate) { $0.behaviour = behaviour })

      let answer = try await client.generate(EmulatorClient.order())

      #expect(answer.status == 200)
      #expect(validator.complaints(answer.json, against: "GenerateContentResponse") == [])
    }
  }

  @Test("Every event of a stream fits the schema, and only the last says why it ended")
  func eventsFit() async throws {
    try await withEmulator { _, client in
      let validator = try SchemaValidator("gemini")

      let answer = try await client.generate(EmulatorClient.order(), method: "streamGenerateContent?alt=sse")
      let events = Events.parse(answer.text)

      #expect(answer.headers["content-type"] == "text/event-stream")
      #expect(events.count > 1)
      #expect(events.flatMap { validator.complaints($0, against: "GenerateContentResponse") } == [])
      let reasons = events.map { $0["candidates"]?.array?.first?["finishReason"]?.string }
      #expect(reasons == Array(repeating: nil, count: events.count - 1) + ["STOP"])
    }
  }

  @Test(
    "Lists, models and counts fit",
    arguments: [
      ("/v1beta/models", "ListModelsResponse"), ("/v1/models/gemini-3.5-flash-lite", "Model"),
    ])
  func othersFit(path: String, schema: String) async throws {
    try await withEmulator { _, client in
      let validator = try SchemaValidator("gemini")

      let answer = try await client.gemini(path)
      let count = try await client.generate(EmulatorClient.order(), method: "countTokens")

      #expect(validator.complaints(answer.json, against: schema) == [])
      #expect(validator.complaints(count.json, against: "CountTokensResponse") == [])
    }
  }
}
