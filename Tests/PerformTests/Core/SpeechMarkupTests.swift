import PerformCore
import Testing

@Suite struct SpeechMarkupTests {
  @Test(
    "Nothing in a text steers the speech engine",
    arguments: [
      ("it whispered <break time=\"99s\"/> to me", "it whispered  break time=\"99s\"/  to me"),
      ("[shouting] spiders", " shouting  spiders"), ("plain words, 3 of them", "plain words, 3 of them"),
    ])
  func neutralized(text: String, sent: String) {
    #expect(SpeechMarkup.neutralized(text) == sent)
  }
}
