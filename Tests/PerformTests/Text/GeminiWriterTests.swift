import GeminiText
import OutboundHTTP
import ProviderEmulator
import Schemas
import TestSupport
import Testing
import TextProviders

/// The client against the emulated provider, over loopback: every row of the provider's tables.
@Suite("Gemini writer")
struct GeminiWriterTests {
  private static let request = TextRequest(
    instructions: "Write.",
    message: #"{"language":"english","value":"Ana","topic":"name","min_characters":80,"max_characters":120}"#,
    subject: TextSubject(language: "english", routine: "names", value: "Ana", topic: nil, userKey: "u"),
    timeout: .seconds(5))

  private func write(
    model: String = GeminiModel.fallback, key: String = EmulatorOptions.geminiKey, version: String = "v1beta",
    timeout: Duration = .seconds(5), _ fault: Fault? = nil
  ) async throws -> Result<WrittenText, TextError> {
    let emulator = try await ProviderEmulator.start()
    if let fault { emulator.state.script(fault) }
    let configuration = try GeminiConfiguration(apiKey: key, model: model, baseURL: emulator.url, version: version)
    let result = try await withTransport { transport in
      var request = Self.request
      request.timeout = timeout
      return await Self.outcome(GeminiWriter(configuration: configuration, transport: transport), request)
    }
    await emulator.stop()
    return result
  }

  private static func outcome(_ writer: GeminiWriter, _ request: TextRequest) async -> Result<WrittenText, TextError> {
    do { return .success(try await writer.write(request)) } catch { return .failure(error) }
  }

  private func error(_ fault: Fault?, key: String = EmulatorOptions.geminiKey) async throws -> TextError? {
    if case .failure(let error) = try await write(key: key, fault) { return error }
    return nil
  }

  @Test(
    "Every row of the error table has its meaning",
    arguments: [
      ("api_key_invalid", .keyRefused, false), ("api_key_expired", .keyRefused, false),
      ("no_key", .keyRefused, false), ("permission_denied", .keyRefused, false), ("key_leaked", .keyRefused, false),
      ("unauthenticated", .keyRefused, false), ("location_unsupported", .keyRefused, false),
      ("thinking_level_unsupported", .invalidRequest, false), ("thinking_minimal_unsupported", .invalidRequest, false),
      ("thinking_budget_unsupported", .invalidRequest, false), ("thinking_both", .invalidRequest, false),
      ("unknown_field", .invalidRequest, false), ("invalid_argument", .invalidRequest, false),
      ("empty_contents", .invalidRequest, false), ("model_not_found", .modelUnavailable, false),
      ("model_closed_to_new_users", .modelUnavailable, false), ("quota_per_minute", .rateLimited, true),
      ("quota_per_day", .quotaExhausted, false), ("internal", .unavailable, true), ("unavailable", .unavailable, true),
      ("overloaded", .unavailable, true), ("unavailable_in_array", .unavailable, true),
      ("deadline_exceeded", .timeout, true),
    ] as [(String, TextError.Code, Bool)])
  func table(row: String, code: TextError.Code, retryable: Bool) async throws {
    let error = try await error(Fault(.generate) { $0.error = row })

    #expect(error?.code == code)
    #expect(error?.isRetryable == retryable)
    #expect(
      error?.retryAfter
        == (row == "quota_per_minute" ? .milliseconds(3_958) : row == "quota_per_day" ? .milliseconds(36_960) : nil))
  }

  @Test("The emulator has no row that is not in the table above")
  func complete() async throws {
    try await withTransport { transport in
      let emulator = try await ProviderEmulator.start()
      let client = TestClient(base: emulator.url, transport: transport)
      let names = try await client.get("/_emulator/errors").json["gemini"]

      #expect(names?.arrayValue?.count == 23)
      await emulator.stop()
    }
  }

  @Test(
    "Every way of ending with 200 has its meaning",
    arguments: [
      (.blockedPrompt, .refused), (.stopEmpty, .empty), (.maxTokensEmpty, .cutOff), (.maxTokensPartial, .cutOff),
      (.safetyAfterText, .refused), (.prohibitedContent, .refused), (.blocklist, .refused), (.spii, .refused),
      (.recitation, .empty), (.language, .empty), (.other, .empty), (.unknownFinish, .malformedAnswer),
      (.emptyObject, .empty), (.notJSON, .malformedAnswer),
    ] as [(GeminiBehaviour, TextError.Code)])
  func endings(behaviour: GeminiBehaviour, code: TextError.Code) async throws {
    #expect(try await error(Fault(.generate) { $0.behaviour = behaviour })?.code == code)
  }

  @Test(
    "A connection that breaks or stays silent is told apart",
    arguments: [
      (.cut, .unavailable), (.lostAnswer, .unavailable), (.stall, .timeout), (.hang, .timeout),
    ] as [(Fault.Ending, TextError.Code)])
  func connection(ending: Fault.Ending, code: TextError.Code) async throws {
    let patience = code == .timeout ? Duration.milliseconds(400) : .seconds(5)
    let outcome = try await write(timeout: patience, Fault(.generate) { $0.ending = ending })

    guard case .failure(let error) = outcome else { return #expect(Bool(false), "a text came") }
    #expect(error.code == code)
  }

  @Test(
    "Front-end pages and moved addresses are failures without their prose",
    arguments: [
      (502, TextError.Code.unavailable), (503, .unavailable), (408, .timeout), (302, .invalidRequest),
      (201, .invalidRequest),
    ])
  func pages(status: Int, code: TextError.Code) async throws {
    let error = try await error(
      Fault(.generate) {
        $0.status = status
        $0.body = "<html>Ana is not here</html>"
      })

    #expect(error?.code == code)
    #expect(error?.detail == "\(status)")
  }

  @Test(
    "Every usable model of the table is asked in a way that it takes, under both versions",
    arguments: [
      "v1", "v1beta",
    ])
  func models(version: String) async throws {
    for model in GeminiModel.known where model.refusal == nil {
      let outcome = try await write(model: model.id, version: version)

      guard case .success(let written) = outcome else { return #expect(Bool(false), "\(model.id): \(outcome)") }
      #expect(written.model == model.id && written.text.contains("Ana"))
    }
  }

  @Test("A wrong key is refused by the provider itself")
  func wrongKey() async throws {
    #expect(try await error(nil, key: "AIzaWrong")?.code == .keyRefused)
  }
}
