import Testing
import TextProviders

@testable import GeminiText

@Suite("Gemini answers")
struct GeminiAnswerTests {
  private let exchange: GeminiExchange

  init() throws {
    exchange = GeminiExchange(configuration: try GeminiConfiguration(apiKey: "k"))
  }

  private func answer(_ json: String, status: Int = 200) throws -> GeminiAnswer {
    try exchange.answer(status: status, body: Array(json.utf8))
  }

  @Test("Spoken parts are joined, thoughts left out, the answering model kept")
  func text() throws {
    let answer = try answer(
      """
      {"candidates":[{"content":{"role":"model","parts":[{"text":"hmm","thought":true},{"text":"Good "},
      {"text":"morning","thoughtSignature":"x"}]},"finishReason":"STOP","index":0,"later":[1]}],
      "usageMetadata":{"promptTokenCount":1},"modelVersion":"gemini-3.5-flash-lite","responseId":"r"}
      """)

    #expect(try answer.text() == "Good morning")
    #expect(answer.modelVersion == "gemini-3.5-flash-lite")
  }

  @Test(
    "A 200 without usable text is an error that says what to do",
    arguments: [
      (#"{"promptFeedback":{"blockReason":"SAFETY"}}"#, TextError.Code.refused, false),
      (#"{"candidates":[{"finishReason":"STOP"}]}"#, .empty, true),
      (#"{"candidates":[{"content":{"parts":[{"text":" "}]},"finishReason":"STOP"}]}"#, .empty, true),
      (#"{"candidates":[{"content":{"role":"model"},"finishReason":"MAX_TOKENS"}]}"#, .cutOff, false),
      (#"{"candidates":[{"content":{"parts":[{"text":"half"}]},"finishReason":"SAFETY"}]}"#, .refused, false),
      (#"{"candidates":[{"finishReason":"SPII"}]}"#, .refused, false),
      (#"{"candidates":[{"finishReason":"RECITATION"}]}"#, .empty, true),
      (#"{"candidates":[{"finishReason":"NEW_THING"}]}"#, .malformedAnswer, false),
      (#"{"candidates":[{"content":{"parts":[{"text":"cut"}]}}]}"#, .malformedAnswer, false),
      ("{}", .empty, true),
    ])
  func unusable(json: String, code: TextError.Code, retryable: Bool) throws {
    let error = #expect(throws: TextError.self) { try answer(json).text() }

    #expect(error?.code == code)
    #expect(error?.isRetryable == retryable)
  }

  @Test("A 200 that is not JSON of the right types is malformed", arguments: ["<html>", #"{"candidates":5}"#, ""])
  func malformed(body: String) {
    let error = #expect(throws: TextError.self) { try answer(body) }

    #expect(error?.code == .malformedAnswer)
  }

  @Test("News about the model are told")
  func notices() throws {
    let answer = try answer(
      #"{"modelVersion":"gemini-3.8-flash","modelStatus":{"modelStage":"DEPRECATED","retirementTime":"2027-01-01"}}"#)

    let notices = GeminiNotice.all(in: answer, asked: "gemini-3.7-flash")

    #expect(
      notices == [
        .modelStage(model: "gemini-3.7-flash", stage: "DEPRECATED", retirement: "2027-01-01"),
        .rerouted(asked: "gemini-3.7-flash", answered: "gemini-3.8-flash"),
      ])
  }

  @Test(
    "A numbered version of the asked model is no re-routing", arguments: ["gemini-3.6-flash", "gemini-3.6-flash-001"])
  func sameModel(answered: String) throws {
    let answer = try answer(#"{"modelVersion":"\#(answered)"}"#)

    #expect(GeminiNotice.all(in: answer, asked: "gemini-3.6-flash").isEmpty)
  }
}
