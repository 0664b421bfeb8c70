import OpenAICompatibleText
import OutboundHTTP
import ProviderEmulator
import TestSupport
import Testing
import TextProviders

@Suite("OpenAI-compatible writer")
struct ChatWriterTests {
  private static let request = TextRequest(
    instructions: "Write.",
    message: #"{"language":"english","value":"Ana","topic":"name","min_characters":80,"max_characters":120}"#,
    subject: TextSubject(language: "english", routine: "names", value: "Ana", topic: nil, userKey: "u"),
    timeout: .seconds(5))

  private func write(
    model: String = "some-model", key: String? = EmulatorOptions.openAIKey, path: String = "",
    timeout: Duration = .seconds(5), _ configure: (@Sendable (inout Fault) -> Void)? = nil
  ) async throws -> Result<WrittenText, TextError> {
    let emulator = try await ProviderEmulator.start()
    if let configure { emulator.state.script(Fault(.chat, configure: configure)) }
    let baseURL = try #require(ProviderBaseURL(emulator.url + path))
    let result = try await withTransport { transport in
      let writer = ChatWriter(
        configuration: ChatConfiguration(baseURL: baseURL, model: model, apiKey: key), transport: transport)
      var request = Self.request
      request.timeout = timeout
      return await Self.outcome(writer, request)
    }
    await emulator.stop()
    return result
  }

  private static func outcome(_ writer: ChatWriter, _ request: TextRequest) async -> Result<WrittenText, TextError> {
    do { return .success(try await writer.write(request)) } catch { return .failure(error) }
  }

  @Test("A note is written under a bare base URL and under one that names the version", arguments: ["", "/v1", "/v1/"])
  func writes(path: String) async throws {
    let written = try await write(path: path).get()

    #expect(written.text.contains("Ana") && written.model == "some-model")
  }

  @Test("Thoughts in front of the words are left out")
  func thoughts() async throws {
    let written = try await write { $0.behaviour = .thoughtParts }.get()

    #expect(!written.text.contains("think") && written.text.contains("Ana"))
  }

  @Test(
    "Every row of the error table has its meaning",
    arguments: [
      ("openai_invalid_api_key", .keyRefused, false), ("openai_model_not_found", .modelUnavailable, false),
      ("openai_invalid_request", .invalidRequest, false), ("openai_content_filter", .refused, false),
      ("openai_rate_limit", .rateLimited, true), ("openai_insufficient_quota", .quotaExhausted, false),
      ("openai_server_error", .unavailable, true), ("openai_overloaded", .unavailable, true),
    ] as [(String, TextError.Code, Bool)])
  func table(row: String, code: TextError.Code, retryable: Bool) async throws {
    let outcome = try await write { $0.error = row }

    guard case .failure(let error) = outcome else { return #expect(Bool(false), "a text came") }
    #expect(error.code == code && error.isRetryable == retryable)
    #expect(error.retryAfter == (row == "openai_rate_limit" ? .milliseconds(250) : nil))
    #expect(!error.description.contains("Ana"))
  }

  @Test(
    "Every way of ending with 200 has its meaning",
    arguments: [
      (.stopEmpty, .empty), (.maxTokensEmpty, .cutOff), (.maxTokensPartial, .cutOff), (.safetyAfterText, .refused),
      (.prohibitedContent, .refused), (.blockedPrompt, .refused), (.unknownFinish, .malformedAnswer),
      (.emptyObject, .empty),
    ] as [(GeminiBehaviour, TextError.Code)])
  func endings(behaviour: GeminiBehaviour, code: TextError.Code) async throws {
    let outcome = try await write { $0.behaviour = behaviour }

    guard case .failure(let error) = outcome else { return #expect(Bool(false), "a text came") }
    #expect(error.code == code)
  }

  @Test("An answer that trickles in ends with the deadline")
  func trickle() async throws {
    let outcome = try await write(timeout: .milliseconds(400)) { $0.ending = .stall }

    guard case .failure(let error) = outcome else { return #expect(Bool(false), "a text came") }
    #expect(error.code == .timeout)
  }

  @Test("Without a key none is sent, and a server that wants one says so")
  func withoutKey() async throws {
    let outcome = try await write(key: nil)

    guard case .failure(let error) = outcome else { return #expect(Bool(false), "a text came") }
    #expect(error.code == .keyRefused)
  }

  @Test(
    "Only absolute http and https URLs are base URLs",
    arguments: [
      ("https://api.example.com/v1", true), ("http://127.0.0.1:8000", true), ("ftp://x", false),
      ("api.example.com", false),
      ("https://x/?key=1", false), ("https://u:p@x", false), ("", false),
    ])
  func baseURL(text: String, isUsable: Bool) {
    #expect((ProviderBaseURL(text) != nil) == isUsable)
  }
}
