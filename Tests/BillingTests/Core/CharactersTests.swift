import Schemas
import Testing

@Suite struct CharactersTests {
  @Test(
    "Characters are Unicode code points",
    arguments: [("", 0), ("hola", 4), ("こんにちは世界 🎉 你好", 12), ("e\u{301}", 2), ("👨‍👩‍👧", 5), ("a\r\nb", 4)])
  func count(text: String, characters: Int) {
    #expect(Characters.count(text) == characters)
  }
}
