import Capabilities
import Foundation
import PerformCore
import PerformPrompt
import TemplateText
import Testing
import TextProviders

@Suite("Template writer", .serialized)
struct TemplateWriterTests {
  private let fixture = TextFixture.shared

  private func write(_ writer: TemplateWriter, _ brief: NoteBrief) async throws -> String {
    await Task.yield()
    return try await writer.write(TextFixture.shared.rules.prompt.build(brief, timeout: .seconds(1))).text
  }

  /// Languages and routines take turns unless the long run is asked for.
  private func isDue(_ turn: Int) -> Bool { ProbeValues.isLong || turn % 3 == 0 }

  @Test("Every hard value gets a text that passes the check", arguments: HardValues.all + HardValues.everyLength)
  func hardValues(value: String) async throws {
    let writer = fixture.template()

    for (turn, language) in fixture.frames.languages.enumerated() where isDue(value.unicodeScalars.count + turn) {
      let brief = try fixture.brief(value, routine: "custom", language: language)
      let text = try await write(writer, brief)

      #expect(fixture.check.violations(of: text, for: NoteExpectation(brief)).isEmpty, "\(language): \(text)")
    }
  }

  @Test("Every topic gets a text that does not name it", arguments: HardValues.topics)
  func topics(topic: String?) async throws {
    let writer = fixture.template()

    for language in fixture.frames.languages {
      for (turn, routine) in fixture.catalog.all.enumerated() where isDue((topic?.count ?? 0) + turn) {
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

    for index in 0..<(ProbeValues.isLong ? 400 : 150) {
      let user = "user \(index % 3)"
      let text = try await write(writer, try fixture.brief("Ana", user: user))

      #expect(text != last[user])
      last[user] = text
    }
  }

  @Test("A second sentence says nothing of the first one again")
  func noEcho() async throws {
    let writer = fixture.template()

    for language in fixture.frames.languages {
      for turn in 0..<(ProbeValues.isLong ? 1_000 : 20) {
        let text = try await write(writer, try fixture.brief("Ana", language: language, user: "u\(turn)"))
        let pairs = text.split { ".!?…".contains($0) }.map(wordPairs)

        #expect(pairs.count < 2 || pairs[0].isDisjoint(with: pairs[1]), "\(text)")
      }
    }
  }

  private func wordPairs(_ sentence: Substring) -> Set<String> {
    let words = sentence.lowercased().split { " ,".contains($0) }
    return Set(zip(words, words.dropFirst()).map { "\($0) \($1)" })
  }

  @Test("The same seed gives the same line")
  func determinism() async throws {
    let brief = try fixture.brief("Ana")
    let fixed = Randomness { Array(repeating: 7, count: $0) }

    let first = try await write(fixture.template(randomness: fixed), brief)
    let second = try await write(fixture.template(randomness: fixed), brief)

    #expect(first == second)
  }

  @Test("The stiff lines of the last resort come only where a topic or a value forbids the others")
  func lastResort() async throws {
    let writer = fixture.template()
    for language in fixture.frames.languages {
      let set = try #require(fixture.frames[language])
      let isLastResort = { (text: String, value: String) in
        set.lastResort.contains { text.hasPrefix($0.replacing(FrameSet.placeholder, with: value)) }
      }
      let forbidding = set.frames.flatMap { $0.split(separator: " ") }.filter { !$0.contains("{") }
      for turn in 0..<(ProbeValues.isLong ? 60 : 6) {
        let text = try await write(writer, try fixture.brief("Ana", language: language, user: "u\(turn % 7)"))
        #expect(!isLastResort(text, "Ana"), "\(text)")
      }
      let subject = TextSubject(
        language: language, routine: "custom", value: "Ana", topic: forbidding.joined(separator: " "), userKey: "u")
      let request = TextRequest(instructions: "", message: "", subject: subject, timeout: .seconds(1))
      let text = try await writer.write(request).text
      #expect(isLastResort(text, "Ana"), "\(text)")
    }
  }

  @Test("A topic that forbids every frame gets no text rather than an unchecked one")
  func impossible() async throws {
    let json = #"""
      {"language":"english","tails":[],"routine_frames":{},"last_resort":[],
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
