import Foundation
import OutboundHTTP
import Testing
import TextProviders

@testable import GeminiText

@Suite("Gemini request")
struct GeminiExchangeTests {
  private let request = TextRequest(
    instructions: "Write.", message: #"{"value":"Ana"}"#,
    subject: TextSubject(language: "english", routine: "names", value: "Ana", topic: nil, userKey: "u"),
    timeout: .milliseconds(7_500))

  private func exchange(model: String = GeminiModel.fallback) throws -> GeminiExchange {
    GeminiExchange(configuration: try GeminiConfiguration(apiKey: "k", model: model, baseURL: "http://127.0.0.1:9/x/"))
  }

  private func body(_ outbound: OutboundRequest) throws -> [String: Any] {
    guard case .bytes(let bytes) = outbound.body else { return [:] }
    return try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test("The question goes to the model's own path with the key in a header only")
  func envelope() throws {
    let outbound = try exchange().request(for: request)

    #expect(outbound.method == "POST")
    #expect(outbound.url == "http://127.0.0.1:9/x/v1beta/models/gemini-3.5-flash-lite:generateContent")
    #expect(outbound.headers.first { $0.name == "x-goog-api-key" }?.value == "k")
    #expect(outbound.headers.first { $0.name == "X-Server-Timeout" }?.value == "7")
    #expect(outbound.timeouts.firstByte == .milliseconds(7_500))
  }

  @Test("The body has instructions, data, room for thinking, four safety settings and no sampling controls")
  func body() throws {
    let body = try body(try exchange().request(for: request))

    #expect(Set(body.keys) == ["systemInstruction", "contents", "generationConfig", "safetySettings"])
    let contents = try #require(body["contents"] as? [[String: Any]])
    #expect((contents[0]["parts"] as? [[String: String]])?.first?["text"] == request.message)
    let generation = try #require(body["generationConfig"] as? [String: Any])
    #expect(Set(generation.keys) == ["maxOutputTokens", "thinkingConfig"])
    #expect(generation["thinkingConfig"] as? [String: String] == ["thinkingLevel": "MINIMAL"])
    #expect((body["safetySettings"] as? [Any])?.count == 4)
  }

  @Test("A model with unknown thinking controls gets none")
  func withoutThinking() throws {
    let body = try body(try exchange(model: "gemini-5-flash").request(for: request))

    #expect((body["generationConfig"] as? [String: Any])?["thinkingConfig"] == nil)
  }
}
