import PerformPrompt
import Testing
import TextProviders

@Suite("Letters of another script")
struct ForeignLetterTests {
  private let fixture = TextFixture.shared

  private func kinds(_ text: String, value: String, topic: String? = nil) -> [TextViolation.Kind] {
    let subject = TextSubject(language: "english", routine: "custom", value: value, topic: topic, userKey: "u")
    return fixture.check.violations(of: text, for: NoteExpectation(subject)).map(\.kind)
  }

  @Test(
    "A word that only looks like the topic's is refused",
    arguments: ["f\u{435}ar", "\u{FF46}ear", "\u{192}ear", "fe\u{3B1}r", "f\u{336}e\u{336}ar", "\u{1D41F}ear"])
  func disguised(word: String) {
    let text = "I just woke up and there was \(word) in my dream, and Ana was in it, and I have no idea what it was."

    #expect(kinds(text, value: "Ana", topic: "fear").contains(.wrongLanguage))
  }

  @Test("The value may be in any script, and names keep their accents", arguments: ["Ольга", "さくら", "Łukasz", "Ελένη"])
  func value(value: String) {
    let text = "I just woke up and \(value) was in my dream at a café with Zoë, and I have no idea what it all was."

    #expect(kinds(text, value: value).isEmpty)
  }
}
