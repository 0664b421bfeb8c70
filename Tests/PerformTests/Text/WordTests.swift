import Stemming
import Testing

@Suite("Words")
struct WordTests {
  @Test(
    "A text falls into words by Unicode properties alone",
    arguments: [
      ("Don’t panic, it's 7.5!", ["don", "t", "panic", "it", "s", "7", "5"]),
      ("J'ai rêvé d’ÉTÉ", ["j", "ai", "rêvé", "d", "été"]),
      ("arc-en-ciel", ["arc", "en", "ciel"]),
      ("東京 2020", ["東", "京", "2020"]),
      ("👩‍💻 🇪🇸 !?", []),
      ("مرحبا يا عالم", ["مرحبا", "يا", "عالم"]),
      ("İstanbul", ["i̇stanbul"]),
      ("", []),
    ])
  func words(text: String, expected: [String]) {
    let words = Word.all(in: text)

    #expect(words.map(\.text) == expected)
  }

  @Test("A decomposed word is composed, and its range spans it in the text")
  func composition() {
    let text = "un cafe\u{301} solo"

    let word = Word.all(in: text)[1]

    #expect(word.text.unicodeScalars.count == 4)
    #expect(text[word.range].unicodeScalars.count == 5)
  }
}
