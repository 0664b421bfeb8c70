import Foundation
import PerformCore
import PerformPrompt
import Testing
import TextProviders

/// Hard values in the sentences of good models, put wrongly and put well, against the check alone. Its long loops let
/// the services of other suites have their turn.
@Suite("Hard values in hostile texts", .serialized)
struct HostileTextTests {
  private let fixture = TextFixture.shared

  static let fences = ["´", "″", "′", "❝", "（", "【", "〈", "⟦", "˝"]
  static let numberFrames = [
    "24/#", "#/7", "$#", "# €", "#%", "# %", "5–#", "#—9", "# 000", "#\u{202F}000", "1 #", "-#", "- #", "\u{2212}#",
    "#.5", "#,5", "#:30", "#th", "#°",
  ]

  @Test("Every sentence of the good model's corpus may be spoken with its own value")
  func good() async throws {
    for language in fixture.languages {
      for (sentence, value) in try sentences(language) {
        await Task.yield()
        let kinds = kinds(sentence.replacing("{}", with: value), value, language)
        #expect(kinds.isEmpty, "\(language) \(value): \(sentence) \(kinds)")
      }
    }
  }

  @Test("No value may stand between marks that are read as quotation marks or brackets", arguments: fences)
  func fenced(mark: String) async throws {
    try await forEveryValue(HardValues.all) { value, sentence, language in
      let text = sentence.replacing("{}", with: mark + value + mark)
      #expect(!kinds(text, value, language).isEmpty, "\(language): \(text)")
    }
  }

  @Test("No number may be made another one by its neighbours", arguments: numberFrames)
  func numbers(frame: String) async throws {
    try await forEveryValue(HardValues.numbers + HardValues.years) { value, sentence, language in
      let text = sentence.replacing("{}", with: frame.replacing("#", with: value))
      #expect(kinds(text, value, language).contains(.valueMissing), "\(language): \(text)")
    }
  }

  @Test("No number may be heard again in words")
  func spelled() async throws {
    let words = [
      "english": "thirty-seven", "spanish": "treinta y siete", "french": "trente-sept", "german": "siebenunddreißig",
      "italian": "trentasette", "portuguese": "trinta e sete",
    ]
    try await forEveryValue(["37"]) { value, sentence, language in
      let text = sentence.replacing("{}", with: "\(value), \(words[language] ?? "")")
      #expect(kinds(text, value, language).contains(.valueRepeated), "\(language): \(text)")
    }
  }

  @Test("No name may be heard again, whatever its form", arguments: ["#, #", "#, #’s", "#, JOSE", "Jose, #"])
  func names(frame: String) async throws {
    try await forEveryValue(["José"]) { value, sentence, language in
      let text = sentence.replacing("{}", with: frame.replacing("#", with: value))
      #expect(kinds(text, value, language).contains(.valueRepeated), "\(language): \(text)")
    }
  }

  @Test("No choice of a menu may be heard again in any other language")
  func choices() async throws {
    for routine in fixture.catalog.all where ["cards", "star-signs"].contains(routine.id) {
      guard case .choice(let choices, _, _) = routine.input else { continue }
      for (index, value) in choices["english", default: []].enumerated() {
        await Task.yield()
        let name = choices["spanish", default: []][index]
        guard name.count >= 5, name != value else { continue }
        let brief = try fixture.brief(value, routine: routine.id)
        let text = "I just woke up and somebody said \(value), yes, \(name), over and over, I have no idea why."
        let kinds = fixture.check.violations(of: text, for: NoteExpectation(brief)).map(\.kind)
        #expect(kinds.contains(.valueRepeated), "\(text)")
      }
    }
  }

  @Test("A model that refuses or talks about the trick is never spoken, whatever the value")
  func refusals() async throws {
    for (name, kind) in [("Refusals", TextViolation.Kind.assistantTalk), ("StageTalk", .stageTalk)] {
      let corpus = try corpus([String: [String]].self, "Refusals/\(name)")
      for (language, texts) in corpus {
        for (index, value) in HardValues.all.enumerated() where ProbeValues.isLong || index % 12 == 0 {
          await Task.yield()
          let text = texts[index % texts.count].replacing("Ana", with: value)
          #expect(kinds(text, value, language).contains(kind), "\(language): \(text)")
        }
      }
    }
  }

  private func kinds(_ text: String, _ raw: String, _ language: String) -> [TextViolation.Kind] {
    let subject = TextSubject(language: language, routine: "custom", value: raw, topic: nil, userKey: "u")
    return fixture.check.violations(of: text, for: NoteExpectation(subject)).map(\.kind)
  }

  /// Languages and sentences take turns unless the long run is asked for.
  private func forEveryValue(
    _ values: [String], _ body: (_ value: String, _ sentence: String, _ language: String) throws -> Void
  ) async throws {
    for (index, raw) in values.enumerated() {
      await Task.yield()
      let value = try SpokenValue(raw).text
      for (turn, language) in fixture.languages.enumerated() where isDue(index, turn, of: values.count) {
        let sentences = try sentences(language)
        try body(value, sentences[index % sentences.count].0, language)
      }
    }
  }

  /// A single value meets every language, a few meet two, and of many every fourth meets one.
  private func isDue(_ index: Int, _ turn: Int, of count: Int) -> Bool {
    if ProbeValues.isLong || count == 1 { return true }
    return count < 20 ? index % 3 == turn % 3 : index % 24 == turn * 4
  }

  /// With `{}` for the value, and the value.
  private func sentences(_ language: String) throws -> [(String, String)] {
    try corpus([String].self, "Sentences/\(language)").map { sentence in
      let parts = sentence.split(omittingEmptySubsequences: false) { "{}".contains($0) }.map(String.init)
      return (parts[0] + "{}" + parts[2], parts[1])
    }
  }

  private func corpus<File: Decodable>(_ type: File.Type, _ path: String) throws -> File {
    let url = try #require(Bundle.module.url(forResource: path, withExtension: "json", subdirectory: "Corpus"))
    return try JSONDecoder().decode(type, from: Data(contentsOf: url))
  }
}
