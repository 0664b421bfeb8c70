import Capabilities
import PerformCore
import PerformPrompt
import PerformRoutines
import Stemming
import TemplateText
import TextProviders

/// The real parts that text tests share; loaded once.
struct TextFixture: Sendable {
  static let shared: TextFixture = {
    do {
      return try TextFixture()
    } catch {
      fatalError("\(error)")
    }
  }()

  let profiles: LanguageProfiles
  let catalog: RoutineCatalog
  let frames: FrameLibrary
  let rules: NoteRules

  var check: TextCheck { rules.check }

  var languages: [String] { profiles.all.map(\.language) }

  init() throws {
    profiles = try LanguageProfiles.shipped()
    catalog = try RoutineFolder().load(languages: profiles.all.map(\.language))
    frames = try FrameLibrary.shipped()
    rules = try NoteRules.shipped()
  }

  func template(randomness: Randomness = .system) -> TemplateWriter {
    TemplateWriter(library: frames, accepts: check.acceptor(catalog), randomness: randomness)
  }

  func brief(
    _ value: String, topic: String? = nil, routine: String = "custom", language: String = "english", user: String = "u"
  ) throws -> NoteBrief {
    NoteBrief(
      language: language, routine: try catalog.routine(routine), value: try SpokenValue(value),
      topic: try SpokenValue.optional(topic, field: "topic"), userKey: user)
  }
}
