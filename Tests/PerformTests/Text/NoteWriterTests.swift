import PerformCore
import PerformPrompt
import Testing
import TextProviders

@Suite("Note writer")
struct NoteWriterTests {
  private static let good =
    "I just woke up from the strangest dream, somebody kept saying Ana in the hallway, no idea why that was."
  private static let quoted =
    "I just woke up from the strangest dream, somebody kept saying “Ana” in the hallway, no idea why it was."

  private let fixture = TextFixture.shared
  private let stage = Stage()

  private func compose(_ models: [ScriptedWriter]) async throws -> ComposedNote {
    let writer = NoteWriter(
      models: models, offline: fixture.template(), rules: fixture.rules, environment: stage.environment)
    return try await writer.compose(try fixture.brief("Ana"))
  }

  @Test("A good first draft is taken as it is, and told by name without its words")
  func firstDraft() async throws {
    let gemini = ScriptedWriter("gemini", [.text("\"\(Self.good)\"\n")])

    let note = try await compose([gemini])

    #expect(note == ComposedNote(text: Self.good, textSource: "gemini", model: "gemini-1", attempts: 1))
    #expect(stage.events.map(\.name) == ["gemini_prompt_built", "gemini_text_generated", "gemini_text_accepted"])
    #expect(stage.events.allSatisfy { !"\($0.fields)".contains("Ana") })
  }

  @Test("A refused draft is asked for again with its corrections")
  func corrected() async throws {
    let gemini = ScriptedWriter("gemini", [.text(Self.quoted), .text(Self.good)])

    let note = try await compose([gemini])

    #expect(note.attempts == 2)
    #expect(gemini.requests[0].message.contains("corrections") == false)
    #expect(gemini.requests[1].message.contains("Use no quotation marks."))
  }

  @Test("After two corrected retries the offline writer takes over")
  func exhausted() async throws {
    let gemini = ScriptedWriter("gemini", Array(repeating: .text(Self.quoted), count: 4))

    let note = try await compose([gemini])

    #expect(note.textSource == "template")
    #expect(note.attempts == 4)
    #expect(gemini.requests.count == 3)
  }

  @Test(
    "A failure that no retry helps moves on at once", arguments: [TextError.Code.keyRefused, .refused, .quotaExhausted])
  func finalFailure(code: TextError.Code) async throws {
    let (gemini, other) = (
      ScriptedWriter("gemini", [.failure(TextError(code))]), ScriptedWriter("openai_compatible", [.text(Self.good)])
    )

    let note = try await compose([gemini, other])

    #expect(note.textSource == "openai_compatible")
    #expect(gemini.requests.count == 1)
    #expect(stage.pauses.isEmpty)
  }

  @Test("A passing failure is retried after the short pause that the provider asks for")
  func retryAfter() async throws {
    let gemini = ScriptedWriter(
      "gemini", [.failure(TextError(.rateLimited, retryAfter: .milliseconds(300))), .text(Self.good)])

    let note = try await compose([gemini])

    #expect(note.textSource == "gemini")
    #expect(stage.pauses == [.milliseconds(300)])
    #expect(gemini.requests[1].timeout == .milliseconds(7_700))
  }

  @Test("A writer that asks for a longer pause is passed over at once", arguments: [1, 4, 37])
  func longRetryAfter(seconds: Int) async throws {
    let gemini = ScriptedWriter("gemini", [.failure(TextError(.rateLimited, retryAfter: .seconds(seconds)))])
    let other = ScriptedWriter("openai_compatible", [.text(Self.good)])

    let note = try await compose([gemini, other])

    #expect(note.textSource == "openai_compatible")
    #expect(stage.pauses.isEmpty && gemini.requests.count == 1)
  }

  @Test("Without the provider's word a pause takes half a second at most")
  func ownPauses() async throws {
    let gemini = ScriptedWriter("gemini", Array(repeating: .failure(TextError(.unavailable)), count: 3))

    _ = try await compose([gemini])

    #expect(stage.pauses.count == 2 && stage.pauses.allSatisfy { $0 <= .milliseconds(500) })
  }

  @Test("An empty answer is retried once only")
  func empty() async throws {
    let gemini = ScriptedWriter("gemini", Array(repeating: .failure(TextError(.empty)), count: 3))

    let note = try await compose([gemini])

    #expect(note.textSource == "template")
    #expect(gemini.requests.count == 2)
  }

  @Test("A cancelled performance gets no text at all")
  func cancelled() async throws {
    let gemini = ScriptedWriter("gemini", [.failure(TextError(.cancelled))])

    let error = await #expect(throws: TextError.self) { try await compose([gemini]) }

    #expect(error?.code == .cancelled)
    #expect(stage.events.map(\.name) == ["gemini_prompt_built"])
  }
}
