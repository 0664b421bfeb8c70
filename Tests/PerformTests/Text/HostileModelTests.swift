import PerformCore
import ProviderEmulator
import Stemming
import Testing
import TextProviders

/// Hard values and hostile models against the whole composer. `VOICEMEMOS_TEST_LONG=1` tries every value in every
/// language; otherwise languages and values take turns, so that every value meets two troubles.
@Suite("Hard values and hostile models", .serialized)
struct HostileModelTests {
  private let fixture = TextFixture.shared
  private static let unspoken: Set<GeminiBehaviour> = [.streamCut, .streamError, .streamEmptyLast, .streamLineFeeds]

  /// Every way of answering, and every way of failing.
  static let troubles: [Trouble] =
    GeminiBehaviour.allCases.filter { !unspoken.contains($0) }.map { behaviour in
      Trouble(behaviour.rawValue) { $0.behaviour = behaviour }
    }
    + [
      "quota_per_minute", "quota_per_day", "api_key_invalid", "permission_denied", "model_closed_to_new_users",
      "invalid_argument", "internal", "unavailable", "unavailable_in_array", "deadline_exceeded",
    ].map { name in Trouble(name) { $0.error = name } }
    + [
      Trouble("html 502") {
        $0.status = 502
        $0.body = "<html>bad gateway</html>"
        $0.contentType = "text/html"
      },
      Trouble("a moved page") { $0.status = 302 },
      Trouble("hangs up half-way") { $0.cutAfterBytes = 120 },
      Trouble("loses its answer") { $0.ending = .lostAnswer },
      Trouble("none") { _ in },
    ]

  @Test("Whatever the model does with whatever value, the words that come out keep every rule", arguments: troubles)
  func alwaysFits(trouble: Trouble) async throws {
    try await withComposer { stage in
      stage.emulator.state.script(Fault(.generate, times: -1, configure: trouble.configure))
      var notes = 0
      let turn = try #require(Self.troubles.firstIndex { $0.name == trouble.name })
      for (index, value) in HardValues.all.enumerated() where ProbeValues.isLong || (index - turn) % 28 == 0 {
        for language in ProbeValues.isLong ? fixture.languages : [fixture.languages[index % fixture.languages.count]] {
          let brief = try brief(value, language: language, turn: index + turn)
          let before = stage.emulator.state.calls(.generate)
          let note = try await stage.composer.compose(brief)
          notes += 1

          #expect(judge(brief).complaints(note.text).isEmpty, "\(language) \(trouble.name): \(note.text)")
          #expect(stage.emulator.state.calls(.generate) - before <= 3)
          #expect(note.attempts <= 6)
        }
      }
      let accepted = try await stage.metric("text_accepted_total")
      #expect(accepted == Double(notes))
    }
  }

  @Test(
    "A model that is too slow, or falls silent half-way, costs its deadline and no more",
    arguments: [
      Trouble("silent") { $0.ending = .hang },
      Trouble("stalls") { $0.ending = .stall },
      Trouble("slow") { $0.firstByteDelayMs = 1_500 },
    ])
  func slow(trouble: Trouble) async throws {
    let environment = ["GOOGLE_API_KEY": EmulatorOptions.geminiKey, "TEXT_PROVIDER_TIMEOUT_SECONDS": "1"]
    try await withComposer(environment) { stage in
      stage.emulator.state.script(Fault(.generate, times: -1, configure: trouble.configure))
      for (index, language) in fixture.languages.enumerated() where ProbeValues.isLong || index < 2 {
        let brief = try brief("Siete de corazones", language: language, turn: index)

        let note = try await stage.composer.compose(brief)

        #expect(note.textSource == "template")
        #expect(judge(brief).complaints(note.text).isEmpty, "\(note.text)")
      }
      #expect(try await stage.metric("text_failed_total", "timeout") >= 1)
    }
  }

  @Test(
    "A draft that breaks a rule is corrected, and what it broke is counted",
    arguments: [
      (.namesTopic, "topic_named"), (.inflectsTopic, "topic_named"), (.dropsValue, "value_missing"),
      (.inflectsValue, "value_missing"), (.translatesValue, "value_missing"), (.valueTwice, "value_repeated"),
      (.changesCase, "value_altered"), (.wrongLanguage, "wrong_language"), (.mixesLanguages, "value_missing"),
      (.speaksAsModel, "assistant_talk"), (.refuses, "value_missing"), (.obeysTheValue, "value_missing"),
      (.list, "list"), (.numberedList, "list"), (.label, "label"), (.emoji, "emoji"), (.lineBreak, "line_break"),
      (.markup, "markup"), (.truncatedJSON, "markup"), (.rambles, "too_long"), (.tooShort, "too_short"),
    ] as [(GeminiBehaviour, String)])
  func corrected(behaviour: GeminiBehaviour, violation: String) async throws {
    try await withComposer { stage in
      stage.emulator.state.script(Fault(.generate) { $0.behaviour = behaviour })
      let brief = try fixture.brief("Lara", topic: "spider")

      let note = try await stage.composer.compose(brief)

      #expect(note.textSource == "gemini" && note.attempts == 2, "\(note)")
      #expect(judge(brief).complaints(note.text).isEmpty, "\(note.text)")
      let counted = try await stage.metric("text_rejected_total", "violation=\"\(violation)\"")
      #expect(counted == 1)
    }
  }

  @Test(
    "A good note is taken in whatever wrapping it comes",
    arguments: [
      GeminiBehaviour.quotes, .fenced, .jsonWrapped, .decomposed, .thoughtParts, .splitParts, .noUsage,
      .otherModelVersion, .modelStatus,
    ])
  func tolerated(behaviour: GeminiBehaviour) async throws {
    try await withComposer { stage in
      stage.emulator.state.script(Fault(.generate) { $0.behaviour = behaviour })
      let brief = try fixture.brief("José", topic: "miedo", language: "spanish")

      let note = try await stage.composer.compose(brief)

      #expect(note.textSource == "gemini" && note.attempts == 1, "\(note)")
      #expect(judge(brief).complaints(note.text).isEmpty, "\(note.text)")
    }
  }

  private func brief(_ value: String, language: String, turn: Int) throws -> NoteBrief {
    let routines = fixture.catalog.all
    let topics = HardValues.topics + [value]
    return try fixture.brief(
      value, topic: topics[turn % topics.count], routine: routines[turn % routines.count].id, language: language)
  }

  private func judge(_ brief: NoteBrief) -> NoteJudge { NoteJudge(brief, fixture.profiles) }
}

/// A fault by a name that a failed test can show.
struct Trouble: Sendable, CustomTestStringConvertible {
  let name: String
  let configure: @Sendable (inout Fault) -> Void

  init(_ name: String, configure: @escaping @Sendable (inout Fault) -> Void) {
    self.name = name
    self.configure = configure
  }

  var testDescription: String { name }
}
