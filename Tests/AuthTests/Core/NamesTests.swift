import AuthCore
import Testing

@Suite struct NamesTests {
  @Test(
    "Letters and digits of any script, dots, underscores and hyphens make a username",
    arguments: ["ana", "Ana.Lopez", "j_doe-1", "Жанна", "山田太郎", "Señor", "ma\u{301}rta", "123"])
  func acceptsUsernames(name: String) {
    #expect(Username(name) != nil)
  }

  @Test(
    "Anything else is no username",
    arguments: ["", "ab", "a b c", ".ana", "-ana", "ana@home", "ana\u{0}", "ana\u{200B}x", "a/b", "😀😀😀", "ana\n"])
  func refusesUsernames(name: String) {
    #expect(Username(name) == nil)
  }

  @Test("A username may have 32 characters and no more")
  func boundsUsernames() {
    #expect(Username(String(repeating: "a", count: 32)) != nil)
    #expect(Username(String(repeating: "a", count: 33)) == nil)
  }

  @Test(
    "Names that differ in case or compatibility form only are the same",
    arguments: [
      ("Ana", "aNA"), ("Straße", "STRASSE"), ("ΣΙΣΥΦΟΣ", "σισυφος"), ("ｆｕｌｌ", "full"), ("ﬁlm", "film"),
      ("é1é", "e\u{301}1e\u{301}"),
    ])
  func foldsUsernames(first: String, second: String) {
    #expect(Username(first)?.key == Username(second)?.key)
  }

  @Test(
    "Usual addresses are accepted",
    arguments: ["a@b.co", "first.last+tag@sub.example.org", "o'neil@example.com", "jürgen@exämple.de"])
  func acceptsAddresses(address: String) {
    #expect(EmailAddress(address) != nil)
  }

  @Test(
    "What is no address is refused",
    arguments: [
      "", "a", "@b.co", "a@", "a@b", "a@@b.co", "a b@c.de", ".a@b.co", "a.@b.co", "a..b@c.de", "a@b..co", "a@.co",
      "a@b.co\n",
    ])
  func refusesAddresses(address: String) {
    #expect(EmailAddress(address) == nil)
  }
}
