import Stemming
import Testing

@Suite("Whole occurrences")
struct WholeOccurrenceTests {
  @Test(
    "A value counts only where it stands as words of its own",
    arguments: [
      ("7", "it was 7 again", 1), ("7", "17 and 7.5 and 7th and twenty-7 and 7:30", 0), ("7", "7, 7. and 7", 3),
      ("Ana", "saw Ana, not Anabel", 1), ("Ana", "Ana's and Ana-Lena and ex-Ana", 0),
      ("Ana", "j’ai rêvé d’Ana hier", 1),
      ("I", "I'm here and I know", 1), ("é", "e\u{301}", 0), ("na na", "na na na", 2), ("东", "在东京", 1),
      ("💻", "👩‍💻 here", 0), ("👍", "👍🏽 here", 0), ("💀", "so 💀 there", 1), ("C++", "I like C++ a lot", 1),
      ("C++", "C++s and aC++", 0), ("💀", "all 💀s", 0), ("東", "東s", 0), ("Jr.", "Jr.s", 0), ("t", "I can't, can’t", 0),
      ("t", "the letter t", 1), ("as", "à l'as", 1), ("un", "d'un coup, quelqu’un", 0),
      ("7", "24/7, 7/8 and 5–7, 5 – 7 or 5—7", 0), ("7", "$7, € 7, 7%, 7 %, 7€ and 7°", 0),
      ("7", "7 000 or 7\u{202F}000 or 7\u{A0}000 and 1 7", 0), ("7", "it was -7, \u{2212}7, –7 or .7 and 7½", 0),
      ("7", "7 - 8 and 7×8", 0), ("500", "1 500", 0), ("7", "kept hearing 7—no idea, 7 – really", 2),
      ("Ana", "Ana – Ana", 2),
      ("שלום", "heard שלום there", 1), ("x", "", 0), ("", "x", 0),
    ])
  func count(value: String, text: String, expected: Int) {
    #expect(WholeOccurrence.all(of: value, in: text).count == expected)
  }

  @Test("Another case is an occurrence but not a verbatim one")
  func letterCase() {
    let occurrences = WholeOccurrence.all(of: "Leo", in: "leo, Leo, LEO")

    #expect(occurrences.map(\.isVerbatim) == [false, true, false])
  }

  @Test("The range is that of the value")
  func range() throws {
    let text = "éé Ana 👩‍💻"

    let occurrence = try #require(WholeOccurrence.all(of: "Ana", in: text).first)

    #expect(text[occurrence.range] == "Ana")
  }
}
