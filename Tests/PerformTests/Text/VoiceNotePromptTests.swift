import Foundation
import PerformCore
import PerformPrompt
import Testing
import TextProviders

@Suite("Voice note prompt")
struct VoiceNotePromptTests {
  private struct Message: Decodable {
    var language, value: String
    var topic, mood: String?
    var min_characters, max_characters: Int
    var corrections: [String]?
  }

  @Test("What a person typed reaches the model as JSON data only", arguments: HardValues.all)
  func dataOnly(value: String) throws {
    let fixture = TextFixture.shared
    let plain = TextFixture.shared.rules.prompt.build(try fixture.brief("x"), timeout: .seconds(1))

    let request = TextFixture.shared.rules.prompt.build(try fixture.brief(value, topic: value), timeout: .seconds(1))
    let message = try JSONDecoder().decode(Message.self, from: Data(request.message.utf8))

    #expect(request.instructions == plain.instructions)
    #expect(message.value == value)
    #expect(message.topic == value)
    #expect(!request.message.contains("\n"))
  }

  @Test("The length rule and the routine's own topic and mood are part of the message")
  func fields() throws {
    let brief = try TextFixture.shared.brief("spiders", routine: "phobias", language: "spanish")

    let request = TextFixture.shared.rules.prompt.build(
      brief, corrections: ["Use no quotation marks."], timeout: .seconds(1))
    let message = try JSONDecoder().decode(Message.self, from: Data(request.message.utf8))

    #expect((message.min_characters, message.max_characters) == (80, 120))
    #expect(message.topic == "miedo")
    #expect(message.mood?.isEmpty == false)
    #expect(message.corrections == ["Use no quotation marks."])
  }
}
