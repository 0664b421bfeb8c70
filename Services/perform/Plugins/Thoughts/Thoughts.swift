import PerformCore
import Schemas
import TextProviders

/// Words without speech, written and checked as those of a performance.
struct Thoughts: Sendable {
  /// What a topic and a value without a routine are performed as.
  static let routine = "custom"

  let routine: Routine
  let accounts: any Accounts
  let composer: any NoteComposer

  /// - Throws: `INVALID_VALUE`; what `POST /perform` answers when no text can be had.
  func thought(_ request: ThoughtRequest, for userID: String) async throws -> String {
    let subject = try SpokenSubject(value: request.value, topic: request.topic, for: routine)
    let settings = try await accounts.settings(of: userID)
    let brief = NoteBrief(
      language: settings.language.rawValue, routine: routine, value: subject.value, topic: subject.topic,
      speaker: settings.sex.rawValue, userKey: userID)
    do {
      return try await composer.compose(brief).text
    } catch {
      throw ServiceError(endingPerformance: error)
    }
  }
}
