import Foundation
import Testing

@testable import ProviderEmulator

@Suite("Notes that the emulated model writes")
struct NoteTextTests {
  private static let values = [
    "7", "spiders", "the Seven of Hearts", "Einstein", "a very long film title that goes on and on for ever",
  ]

  @Test(
    "Every language gets the value once, inside the bounds, without topic and routine",
    arguments: ["english", "spanish", "french", "german", "italian", "portuguese"], values)
  func notes(language: String, value: String) {
    let order = ["language": language, "value": value, "routine": "phobias", "topic": "dream"].mapValues(JSON.string)
    let message = String(decoding: JSON.object(order).data, as: UTF8.self)

    let text = NoteText.write(for: message, behaviour: nil)

    let bounds = value.count > 40 ? value.count + 40...value.count + 90 : 80...120
    #expect(bounds.contains(text.count), "\(text.count): \(text)")
    #expect(text.components(separatedBy: value).count == 2)
    #expect(!text.lowercased().contains("dream"))
    #expect(text == NoteText.write(for: message, behaviour: nil))
  }

  @Test("Values of every length get a note inside the bounds", arguments: ["english", "french", "german"])
  func everyLength(language: String) {
    for length in 1...200 {
      let value = String(repeating: "x", count: length)
      let message = #"{"language":"\#(language)","value":"\#(value)","topic":"fears"}"#

      let text = NoteText.write(for: message, behaviour: nil)

      #expect((length > 40 ? length + 40...length + 90 : 80...120).contains(text.count))
    }
  }

  @Test(
    "Scripted texts break the rule they are named for",
    arguments: [
      (.namesTopic, "fears"), (.inflectsTopic, "fear."), (.valueTwice, ", spiders."), (.quotes, "\""), (.list, "\n- "),
      (.label, "Voice note:"), (.refuses, "can't help"),
    ] as [(GeminiBehaviour, String)])
  func spoilt(behaviour: GeminiBehaviour, mark: String) {
    let text = NoteText.write(for: #"Write. {"value":"spiders","topic":"fears"}"#, behaviour: behaviour)

    #expect(text.contains(mark))
  }

  @Test("A text can also leave the value out, be too long, too short, or in another language")
  func otherFaults() {
    let message = #"{"value":"spiders","topic":"fears","language":"english"}"#

    #expect(!NoteText.write(for: message, behaviour: .dropsValue).contains("spiders"))
    #expect(NoteText.write(for: message, behaviour: .rambles).count > 250)
    #expect(NoteText.write(for: message, behaviour: .tooShort) == "spiders.")
    #expect(!NoteText.write(for: message, behaviour: .wrongLanguage).contains(" I "))
  }
}
