import Foundation
import Stemming
import Testing

@Suite("Hidden words")
struct HiddenWordsTests {
  let profiles: LanguageProfiles

  init() throws {
    profiles = try LanguageProfiles.shipped()
  }

  @Test(
    "A topic is found in every inflection, a multi-word topic by each of its content words",
    arguments: [
      ("english", "fear", "I was feared by all", true), ("english", "fear", "I was near", false),
      ("english", "the playing card", "those cards again", true), ("english", "the playing card", "the door", false),
      ("english", "to be or not to be", "or not", false), ("english", "to be or not to be", "to be or not to be", true),
      ("english", "you", "was it you", true), ("english", "phobia", "her phobia's gone", true),
      ("spanish", "el miedo", "qué miedos", true), ("french", "la peur", "l’heure de peurs", true),
      ("german", "Karte", "zwei Karten", true), ("german", "Karte", "beim Kartenspiel", true),
      ("german", "Karte", "eine Landkarte", true), ("german", "Zahl", "davon erzählen", false),
      ("german", "Stern", "das war gestern", false), ("english", "card", "the discard pile", false),
      ("french", "œil", "un clin d'oeil", true), ("french", "oeil", "un œil", true),
      ("english", "💀", "no words", false),
    ])
  func topic(language: String, topic: String, text: String, isFound: Bool) throws {
    let hidden = HiddenWords(topic: topic, phrases: [], in: try #require(profiles[language]))

    #expect(hidden.occur(in: text, outside: nil) == isFound)
  }

  @Test("Words inside the spared range do not count")
  func spared() throws {
    let text = "all about Fear of flying tonight"
    let hidden = HiddenWords(topic: "fear", phrases: ["flight"], in: try #require(profiles["english"]))

    #expect(hidden.occur(in: text, outside: nil))
    #expect(!hidden.occur(in: text, outside: text.range(of: "Fear of flying")))
  }
}
