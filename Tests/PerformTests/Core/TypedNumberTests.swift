import PerformCore
import Schemas
import Testing

@Suite("Numbers as people type them")
struct TypedNumberTests {
  /// English, as the shipped routine asks for it.
  private func spelling(of routine: String) throws -> NumberSpelling {
    let routine = try TextFixture.shared.catalog.routine(routine)
    return NumberSpelling(language: .english, readsYears: routine.readsYears ?? false)
  }

  @Test(
    "Thousands parted by a space are one number",
    arguments: [
      (UserSettings.Language.french, "10 000", "dix mille"), (.french, "1\u{A0}000\u{202F}000", "un million"),
      (.french, "Il y en a 1 000,5.", "Il y en a mille virgule cinq."), (.english, "100 000", "one hundred thousand"),
      (.english, "37 000 birds", "thirty-seven thousand birds"), (.spanish, "10 000", "diez mil"),
      (.german, "1 000 000", "eine Million"), (.german, "10'000", "zehntausend"), (.italian, "10 000", "diecimila"),
      (.portuguese, "10\u{A0}000", "dez mil"), (.english, "-10 000", "minus ten thousand"),
      (.english, "10 000 000 000", "ten billion"), (.french, "10 000.50", "dix mille virgule cinq zéro"),
    ])
  func spacedGroups(_ language: UserSettings.Language, _ text: String, _ words: String) {
    #expect(NumberSpelling(language: language, readsYears: false).spellOut(text) == words)
  }

  @Test(
    "Numbers side by side stay apart",
    arguments: [
      ("4 12", "four twelve"), ("12 3456", "twelve three thousand four hundred fifty-six"),
      ("1234 567", "one thousand two hundred thirty-four five hundred sixty-seven"),
      ("1 2 345", "one two three hundred forty-five"), ("7  100", "seven  one hundred"),
      ("007 123", "zero zero seven one hundred twenty-three"), ("4, 100", "four, one hundred"),
    ])
  func neighbours(_ text: String, _ words: String) {
    #expect(NumberSpelling(language: .english, readsYears: false).spellOut(text) == words)
  }

  @Test(
    "Marks of another language are understood where they can mean one thing only",
    arguments: [
      (UserSettings.Language.english, "10.000.000", "ten million"), (.english, "1,5", "one point five"),
      (.english, "Some 1.000,50.", "Some one thousand point five zero."), (.english, "0,5", "zero point five"),
      (.german, "1.5", "eins Komma fünf"), (.german, "3.14 ist Pi", "drei Komma eins vier ist Pi"),
      (.german, "1,000,000", "eine Million"), (.german, "10.000.000", "zehn Millionen"),
      (.spanish, "3.14", "tres coma uno cuatro"), (.french, "3.14", "trois virgule un quatre"),
      (.italian, "3.14", "tre virgola uno quattro"), (.portuguese, "3.14", "três vírgula um quatro"),
    ])
  func foreignMarks(_ language: UserSettings.Language, _ text: String, _ words: String) {
    #expect(NumberSpelling(language: language, readsYears: false).spellOut(text) == words)
  }

  @Test(
    "What has more than one meaning, and every amount, stays in digits as a whole",
    arguments: [
      (UserSettings.Language.german, "am 3. Oktober"), (.german, "der 3. große Traum"), (.german, "am 3.\u{A0}Mai"),
      (.german, "am 3.10. um"), (.german, "3.10.2024"), (.german, "12.2024"), (.german, "um 10.30 Uhr"),
      (.german, "01.02"), (.german, "3.14159"), (.german, "2,50 €"), (.french, "2,50 €"), (.french, "2,50\u{202F}€"),
      (.french, "50\u{A0}%"), (.spanish, "10 000 €"), (.italian, "€ 2,50"), (.portuguese, "R$ 10"),
      (.english, "12345,678"), (.english, "1,2345"),
    ])
  func untouched(_ language: UserSettings.Language, _ text: String) {
    #expect(NumberSpelling(language: language, readsYears: false).spellOut(text) == text)
  }

  @Test("A number that ends a German sentence is spelled out")
  func sentenceEnd() {
    let spelling = NumberSpelling(language: .german, readsYears: false)

    #expect(spelling.spellOut("Es war 21.") == "Es war einundzwanzig.")
    #expect(spelling.spellOut("Es war 37. Danach") == "Es war siebenunddreißig. Danach")
  }

  @Test(
    "Routines that ask for any text read four digits as a year",
    arguments: ["years", "movies", "text-input", "custom"])
  func routinesWithYears(_ id: String) throws {
    let spelling = try spelling(of: id)

    #expect(spelling.spellOut("summer of 1969") == "summer of nineteen sixty-nine")
    #expect(spelling.spellOut("1917") == "nineteen seventeen")
    #expect(spelling.spellOut("1984.") == "nineteen eighty-four.")
  }

  @Test("The routine of numbers reads four digits as a quantity")
  func quantities() throws {
    let spelling = try spelling(of: "numbers")

    #expect(spelling.spellOut("1984") == "one thousand nine hundred eighty-four")
  }

  @Test(
    "Four digits that count something, have a mark or a sign are no year",
    arguments: [
      (UserSettings.Language.english, "1250 km", "one thousand two hundred fifty km"),
      (.english, "1,984", "one thousand nine hundred eighty-four"),
      (.english, "-1984", "minus one thousand nine hundred eighty-four"),
      (.english, "1250 dollars", "one thousand two hundred fifty dollars"), (.english, "$1984", "$1984"),
      (.german, "1250 Meter", "eintausendzweihundertfünfzig Meter"),
    ])
  func noYears(_ language: UserSettings.Language, _ text: String, _ words: String) {
    #expect(NumberSpelling(language: language, readsYears: true).spellOut(text) == words)
  }
}
