import Foundation
import PerformCore
import PerformRoutines
import Testing

@Suite("Routine catalogue")
struct RoutineCatalogTests {
  let catalog = TextFixture.shared.catalog

  @Test("The nine routines are shipped in menu order with titles in every language")
  func shipped() {
    #expect(
      catalog.all.map(\.id) == [
        "cards", "numbers", "star-signs", "phobias", "years", "names", "movies", "text-input", "custom",
      ])
    #expect(catalog.all.allSatisfy { $0.titles.count == 6 && $0.mood(in: "spanish") != nil })
  }

  @Test("An unknown routine is refused with the ids that would have done")
  func unknown() {
    let error = #expect(throws: UnknownRoutine.self) { try catalog.routine("seances") }

    #expect(error?.known.contains("cards") == true)
  }

  @Test(
    "A value is judged by its routine",
    arguments: [
      ("years", "1987", nil), ("years", "0", ValueProblem.Code.outOfRange), ("years", "2101", .outOfRange),
      ("years", "next", .notANumber), ("numbers", "37", nil), ("numbers", "3.7", .notANumber),
      ("numbers", "99999999999999999999", .outOfRange), ("numbers", "٣", .notANumber), ("numbers", "-1", .outOfRange),
      ("numbers", "-0", .notANumber),
      ("star-signs", "géminis", nil), ("star-signs", "GEMINI", nil), ("star-signs", "Ophiuchus", .notAChoice),
      ("cards", "Seven of Hearts", nil), ("cards", "the Fool", nil), ("names", "José", nil),
      ("custom", "anything 💀", nil),
    ] as [(String, String, ValueProblem.Code?)])
  func validation(id: String, value: String, code: ValueProblem.Code?) throws {
    let problems = try catalog.routine(id).problems(with: try SpokenValue(value))

    #expect(problems.map(\.code) == [code].compactMap(\.self))
  }

  @Test("A folder's problems are all reported at once")
  func problems() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("{".utf8).write(to: folder.appendingPathComponent("broken.json"))
    let lone = #"""
      {"order":1,"id":"other","titles":{"english":"X"},"input":{"kind":"text"},"moods":{},"topics":{},"hidden_words":{}}
      """#
    try Data(lone.utf8).write(to: folder.appendingPathComponent("lone.json"))

    let error = #expect(throws: RoutineFolderError.self) {
      try RoutineFolder(path: folder.path).load(languages: ["english", "spanish"])
    }

    #expect(error?.problems.count == 3)
  }
}
