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
      "Well... I just woke up at 4 a.m., saw Mr. Bean on the 3.30 bus and all I heard was Dr. No. Who, over and over."

    #expect(kinds(text, value: "Dr. No. Who").isEmpty)
  }

  @Test(
    "A sentence ends at its mark, whatever case follows, and dots of suspension end one too",
    arguments: [
      "Okay. so I woke up. and there was Ana. right there. and I have no idea at all why that should be so. no.",
      "I just woke up… and there was Ana… right there… in the hallway… and I have no idea at all why she was.",
      "I just woke up… and there was Ana … right there in the hallway, and I have no idea at all why she was.",
      "I just woke up!and there was Ana?right there in the hallway and I have no idea at all why that would be.",
    ])
  func endsOfSentences(text: String) {
    #expect(kinds(text, value: "Ana") == [.tooManySentences])
  }

  @Test("In German a number with a dot is an ordinal and ends no sentence")
  func ordinals() {
    let text =
      "Ich bin am 3. Mai um 4.30 Uhr aufgewacht, und da war am 1. Tisch wieder Ana. Ich weiß nicht, warum das so war."

    #expect(kinds(text, value: "Ana", language: "german").isEmpty)
  }

  @Test(
    "An opening with a colon is a label, however long, and a time is none",
    arguments: [
      ("Here is what I would say: I just woke up and somebody kept on saying Ana in the hallway, no idea.", true),
      ("Dream journal of this morning: somebody kept on saying Ana in the hallway, and I had no idea why.", true),
      ("I woke up at 7:30 sharp and somebody kept on saying Ana in the hallway, and I have no idea why.", false),
    ])
  func label(text: String, isLabel: Bool) {
    #expect(kinds(text, value: "Ana") == (isLabel ? [.label] : []))
  }

  @Test(
    "Whatever stands around the value in the place of quotation marks is refused",
    arguments: ["´Ana´", "″Ana″", "（Ana）", "【Ana】", "〈Ana〉", "‹Ana›", "′Ana′", "¨Ana¨", "＂Ana＂", "❝Ana❞"])
  func fences(value: String) {
    let text = "I just woke up from the strangest dream, somebody kept saying \(value) in the hallway, no idea."

    #expect(!kinds(text, value: "Ana").isEmpty)
    #expect(kinds(text, value: value).isEmpty)
  }

  @Test(
    "A value that is heard again in another form is said twice",
    arguments: [
      ("english", "Ana", "I just woke up from a dream of Ana, and Ana's voice was all over the house, no idea why."),
      (
        "english", "José", "I just woke up from a dream of José, and everybody called out for Jose, no idea why it was."
      ),
      ("english", "spider", "I just woke up from a dream of spider, and then there were spiders all over the house."),
      ("english", "37", "I just woke up and there was 37 on the door, thirty-seven, I have no idea why that would be."),
      (
        "english", "Thirty-seven",
        "I just woke up and there was Thirty-seven on the door, 37, I have no idea why that was."
      ),
      ("english", "7", "I just woke up and there was 7 on the door and it was open 24/7, I have no idea why it was."),
      (
        "french", "sueño",
        "J'ai fait un rêve très étrange, quelqu'un me murmurait sueño, et puis tous les sueños sont partis d'un coup."
      ),
      (
        "french", "cœur",
        "Je me réveille et il y avait cœur sur tous les murs, oui coeur, je ne sais pas du tout pourquoi."
      ),
      (
        "spanish", "37",
        "Me he despertado y en la puerta ponía 37, el treinta y siete, y yo no sé por qué era todo así."
      ),
      (
        "german", "37",
        "Ich bin aufgewacht und da stand 37 an der Tür, siebenunddreißig, und ich weiß nicht, warum das so war."
      ),
      (
        "english", "1987",
        "I just woke up and it was 1987 again, nineteen eighty-seven, and I have no idea why that was."
      ),
    ])
  func echoes(language: String, value: String, text: String) {
    #expect(kinds(text, value: value, language: language) == [.valueRepeated])
  }

  @Test("A choice of the menu that is heard again in another language is said twice")
  func translated() throws {
    let text = "I just woke up and somebody said Queen of Hearts, la reina de corazones, and I have no idea why."
    let brief = try TextFixture.shared.brief("Queen of Hearts", routine: "cards")

    #expect(check.violations(of: text, for: NoteExpectation(brief)).map(\.kind) == [.valueRepeated])
  }

  @Test(
    "A number that its neighbours make another one of is not the value",
    arguments: ["24/7", "$7", "7%", "5–7", "7 000", "7\u{202F}000", "-7", "\u{2212}7"])
  func joinedNumbers(value: String) {
    let text =
      "I just woke up from a dream in which all that anyone ever said to me was \(value) and I have no idea why."

    #expect(kinds(text, value: "7") == [.valueMissing])
  }

  @Test("Small words and letters that every sentence is full of are no repetition")
  func common() {
    let text =
      "I just woke up and it's odd, I can't get s out of my head, it was all over the house and I don't know why."

    #expect(kinds(text, value: "s").isEmpty)
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
