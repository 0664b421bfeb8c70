import Capabilities
import Foundation
import PerformCore
import PerformPrompt
import TemplateText
import Testing
import TextProviders

@Suite("Template writer")
struct TemplateWriterTests {
  private let fixture = TextFixture.shared

  private func write(_ writer: TemplateWriter, _ brief: NoteBrief) async throws -> String {
    try await writer.write(TextFixture.shared.rules.prompt.build(brief, timeout: .seconds(1))).text
  }

  @Test("Every hard value gets a text that passes the check", arguments: HardValues.all + HardValues.everyLength)
  func hardValues(value: String) async throws {
    let writer = fixture.template()

    for language in fixture.frames.languages {
      let brief = try fixture.brief(value, routine: "custom", language: language)
      let text = try await write(writer, brief)

      #expect(fixture.check.violations(of: text, for: NoteExpectation(brief)).isEmpty, "\(language): \(text)")
    }
  }

  @Test("Every topic gets a text that does not name it", arguments: HardValues.topics)
  func topics(topic: String?) async throws {
    let writer = fixture.template()

    for language in fixture.frames.languages {
      for routine in fixture.catalog.all {
        let brief = try fixture.brief("37", topic: topic, routine: routine.id, language: language)
        let text = try await write(writer, brief)

        #expect(fixture.check.violations(of: text, for: NoteExpectation(brief)).isEmpty, "\(language): \(text)")
      }
    }
  }

  @Test("No line comes twice running for one person")
  func noRepetition() async throws {
    let writer = fixture.template()
    var last: [String: String] = [:]

    for index in 0..<400 {
      let user = "user \(index % 3)"
      let text = try await write(writer, try fixture.brief("Ana", user: user))

      #expect(text != last[user])
      last[user] = text
    }
  }

  @Test("The same seed gives the same line")
  func determinism() async throws {
    let brief = try fixture.brief("Ana")
    let fixed = Randomness { Array(repeating: 7, count: $0) }

    let first = try await write(fixture.template(randomness: fixed), brief)
    let second = try await write(fixture.template(randomness: fixed), brief)

    #expect(first == second)
  }

  @Test("A topic that forbids every frame gets no text rather than an unchecked one")
  func impossible() async throws {
    let json = #"""
      {"language":"english","tails":[],"routine_frames":{},
      "frames":["I woke up and all I could hear was {value}, no idea where that came from, really."]}
      """#
    let narrow = try FrameSet(json: Data(json.utf8))
    let writer = TemplateWriter(library: FrameLibrary([narrow]), accepts: fixture.check.acceptor(fixture.catalog))

    let error = await #expect(throws: TextError.self) { try await write(writer, fixture.brief("Ana", topic: "idea")) }

    #expect(error?.code == .refused)
  }

  @Test("A language without frames is refused")
  func unknownLanguage() async throws {
    let brief = try fixture.brief("Ana", language: "klingon")

    let error = await #expect(throws: TextError.self) { try await write(fixture.template(), brief) }

    #expect(error?.code == .invalidRequest)
  }
}
