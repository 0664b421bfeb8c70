import PerformCore
import Schemas
import Testing

@Suite("Numbers as words")
struct NumberSpellingTests {
  @Test(
    "Numbers are spelled out in the note's language",
    arguments: [
      (UserSettings.Language.english, "I saw 7 birds", "I saw seven birds"),
      (.english, "It was 21.", "It was twenty-one."),
      (.english, "About 1,250 of them", "About one thousand two hundred fifty of them"),
      (.english, "Just 3.5 miles", "Just three point five miles"),
      (.english, "Down to -5 degrees", "Down to minus five degrees"),
      (.english, "Agent 007 again", "Agent zero zero seven again"),
      (.english, "Blade Runner 2049: again", "Blade Runner two thousand forty-nine: again"),
      (.english, "1 and -2", "one and minus two"),
      (.spanish, "Soñé con el 37", "Soñé con el treinta y siete"),
      (.spanish, "Eran 1.000 pasos", "Eran mil pasos"),
      (.spanish, "Unos 2,5 metros", "Unos dos coma cinco metros"),
      (.german, "Da waren 21 Türen", "Da waren einundzwanzig Türen"),
      (.french, "J'ai vu 80 chats", "J'ai vu quatre-vingts chats"),
      (.italian, "C'erano 17 gatti", "C'erano diciassette gatti"),
      (.portuguese, "Vi 22 gatos", "Vi vinte e dois gatos"),
    ])
  func spelled(_ language: UserSettings.Language, _ text: String, _ words: String) {
    #expect(NumberSpelling(language: language, readsYears: false).spellOut(text) == words)
  }

  @Test(
    "What is part of a word, a time or a path stays as it is",
    arguments: [
      "the 7th door", "room B2", "at 10:30", "24/7", "call 555-1234", "$5 or 5€", "at 5° it rains", "", "no digits",
      "1,2,3", "1.2.3", "1,00,000", "$2.50", "$ 2.50", "50%", "50 %", "5 °C", "1,000.000.000",
    ])
  func untouched(_ text: String) {
    #expect(NumberSpelling(language: .english, readsYears: false).spellOut(text) == text)
  }

  @Test(
    "English years are read in pairs",
    arguments: [
      ("1987", "nineteen eighty-seven"), ("1900", "nineteen hundred"), ("1905", "nineteen oh five"),
      ("2005", "two thousand five"), ("2024", "twenty twenty-four"), ("42", "forty-two"),
    ])
  func years(_ year: String, _ words: String) {
    #expect(NumberSpelling(language: .english, readsYears: true).spellOut(year) == words)
  }

  @Test(
    "In German the years from 1100 to 1999 are counted in hundreds",
    arguments: [
      ("1987", "neunzehnhundertsiebenundachtzig"), ("1100", "elfhundert"), ("1901", "neunzehnhunderteins"),
      ("2024", "zweitausendvierundzwanzig"), ("476", "vierhundertsechsundsiebzig"),
    ])
  func germanYears(_ year: String, _ words: String) {
    #expect(NumberSpelling(language: .german, readsYears: true).spellOut(year) == words)
  }

  @Test(
    "Romance languages read a year like any other number",
    arguments: [
      (UserSettings.Language.french, "mille neuf cent quatre-vingt-sept"),
      (.spanish, "mil novecientos ochenta y siete"), (.italian, "millenovecentottantasette"),
      (.portuguese, "mil novecentos e oitenta e sete"),
    ])
  func romanceYears(_ language: UserSettings.Language, _ words: String) {
    #expect(NumberSpelling(language: language, readsYears: true).spellOut("1987") == words)
  }

  @Test("Long runs of digits are read one by one")
  func codes() {
    let spelled = NumberSpelling(language: .english, readsYears: false).spellOut("0123456789")

    #expect(spelled == "zero one two three four five six seven eight nine")
  }
}
