import Foundation
import PerformPrompt
import Testing
import TextProviders

/// Texts in which a model refuses or talks about the trick, and whole notes that it might take for such.
@Suite("Refusals and stage talk")
struct RefusalTests {
  private let fixture = TextFixture.shared

  private func kinds(_ text: String, _ language: String) -> [TextViolation.Kind] {
    let subject = TextSubject(language: language, routine: "custom", value: "Ana", topic: nil, userKey: "u")
    return fixture.check.violations(of: text, for: NoteExpectation(subject)).map(\.kind)
  }

  @Test("A refusal is recognised in every language by its words in combination")
  func refusals() throws {
    for (language, texts) in try corpus("Refusals") {
      for text in texts { #expect(kinds(text, language).contains(.assistantTalk), "\(language): \(text)") }
    }
  }

  @Test("Talk about the trick is recognised in every language by a single word")
  func stageTalk() throws {
    for (language, texts) in try corpus("StageTalk") {
      for text in texts { #expect(kinds(text, language).contains(.stageTalk), "\(language): \(text)") }
    }
  }

  @Test("One harmless word of a refusal makes none, nor does what the value itself says")
  func harmless() throws {
    for (language, texts) in try corpus("Harmless") {
      for text in texts { #expect(kinds(text, language).isEmpty, "\(language): \(text)") }
    }
    let text = "I just woke up and I swear that somebody had painted The Last Magic Trick on every wall of that house."
    let subject = TextSubject(
      language: "english", routine: "movies", value: "The Last Magic Trick", topic: nil, userKey: "u")
    #expect(fixture.check.violations(of: text, for: NoteExpectation(subject)).isEmpty)
  }

  /// Sentences by language, in six languages each.
  private func corpus(_ name: String) throws -> [String: [String]] {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Corpus/Refusals"))
    let corpus = try JSONDecoder().decode([String: [String]].self, from: Data(contentsOf: url))
    #expect(corpus.keys.sorted() == fixture.languages)
    return corpus
  }
}
