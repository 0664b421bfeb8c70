import PerformCore
import PerformPrompt
import Testing
import TextProviders

@Suite("Text check")
struct TextCheckTests {
  private let check = TextFixture.shared.check

  private func kinds(
    _ text: String, value: String, topic: String? = nil, hidden: [String] = [], language: String = "english"
  ) -> [TextViolation.Kind] {
    let subject = TextSubject(language: language, routine: "custom", value: value, topic: topic, userKey: "u")
    return check.violations(of: text, for: NoteExpectation(subject, hiddenWords: hidden)).map(\.kind)
  }

  @Test("A good note has no violations")
  func good() {
    let text = "I just woke up from the strangest dream, somebody kept saying Ana in the hallway, no idea why that was."

    #expect(kinds(text, value: "Ana", topic: "name").isEmpty)
  }

  @Test(
    "Each broken rule is named",
    arguments: [
      ("I just woke up from the strangest dream, somebody kept saying Anna in the hallway, no idea.", .valueMissing),
      ("I just woke up from the strangest dream, somebody kept saying Ana and Ana, I have no idea.", .valueRepeated),
      ("I just woke up from the strangest dream, somebody kept saying ANA in the hallway, no idea.", .valueAltered),
      ("I just woke up from the strangest dream, Ana was there, and it was all about fearing them.", .topicNamed),
      ("I just woke up and somebody kept saying Ana.", .tooShort),
      (
        "I just woke up from the strangest dream of my life, somebody kept saying Ana in the hallway, and then they said it "
          + "in the kitchen too.", .tooLong
      ),
      ("Me acabo de despertar y en el sueño alguien decía Ana todo el rato, no sé por qué, la verdad.", .wrongLanguage),
      ("今朝とても不思議な夢を見ました、誰かがずっと Ana と言っていて、なぜなのか全くわかりません、本当に不思議な夢でした、まだ眠いです、おはようございます、それでは。", .wrongLanguage),
      (
        "I just woke up. It was a strange dream. Somebody kept saying Ana in the hallway. I have no idea.",
        .tooManySentences
      ),
      ("I just woke up from the strangest dream, somebody kept saying “Ana” in the hallway, no idea.", .quotes),
      ("I just woke up from the strangest dream, somebody kept saying 'Ana' in the hallway, no idea.", .quotes),
      ("Just this: I just woke up from the strangest dream, somebody kept saying Ana, I have no idea.", .label),
      ("- I just woke up from the strangest dream, somebody kept saying Ana in the hallway, no idea.", .list),
      ("1. I just woke up from the strangest dream, somebody kept saying Ana in the hallway, no idea.", .list),
      ("I just woke up from the strangest dream, somebody kept saying Ana [sigh] in the hall, no idea.", .markup),
      ("I just woke up from the strangest dream, somebody kept saying Ana in the hallway, no idea 😴.", .emoji),
      ("I just woke up from the strangest dream.\nSomebody kept saying Ana in the hallway, no idea.", .lineBreak),
    ] as [(String, TextViolation.Kind)])
  func violation(text: String, kind: TextViolation.Kind) {
    #expect(kinds(text, value: "Ana", topic: "fear") == [kind])
  }

  @Test("What the value itself contains breaks no rule")
  func insideValue() {
    let text = "I just woke up and all I could hear was *Fear* of “cards” 💀, over and over, and I have no idea why."

    #expect(kinds(text, value: "*Fear* of “cards” 💀", topic: "fear", hidden: ["card"]).isEmpty)
  }

  @Test("A pause in the middle of a sentence and an abbreviation inside the value end no sentence")
  func sentences() {
    let text =
      "Well... I just woke up at 4 a.m. and all I could hear was Dr. No. Who, over and over. No idea why… really."

    #expect(kinds(text, value: "Dr. No. Who").isEmpty)
  }

  @Test("Length is counted in code points, strictly", arguments: [(79, false), (80, true), (120, true), (121, false)])
  func length(count: Int, fits: Bool) {
    let start = "I woke up and it was é again, so I was there and then it was "
    let text = start + String(repeating: "x", count: count - start.unicodeScalars.count - 1) + "."

    #expect(kinds(text, value: "é").isEmpty == fits)
  }

  @Test("Apostrophes of every kind are no quotation marks")
  func apostrophes() {
    let text =
      "I don't know what's up, I’ve just dreamt of O’Neill and the dogs’ barking, it wasn't a good night at all."

    #expect(kinds(text, value: "O’Neill").isEmpty)
  }

  @Test("Corrections quote neither value nor topic")
  func corrections() throws {
    let brief = try TextFixture.shared.brief("zebra", topic: "stripes")

    let violations = TextFixture.shared.check.violations(of: "A zebra, zebra \"stripes\"!", for: NoteExpectation(brief))

    #expect(violations.count == 4)
    #expect(violations.allSatisfy { !$0.correction.contains("zebra") && !$0.correction.contains("stripe") })
  }
}
