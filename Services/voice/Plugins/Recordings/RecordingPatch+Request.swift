import Foundation
import Schemas
import VoiceCore

extension RecordingPatch {
  /// - Throws: `VALIDATION_FAILED` for a title that is no line, and a date or time that is none.
  init(_ body: RecordingPatchRequest, at now: Date) throws(ServiceError) {
    let title = body.title.map { $0.flatMap(RecordingTitle.trimmed) }
    var problems = ShownDate.problems(date: body.date ?? nil, time: body.time ?? nil, at: now)
    if let problem = (title ?? nil).flatMap(RecordingTitle.problem) {
      problems.append(FieldProblem(field: "title", problem: problem))
    }
    guard problems.isEmpty else { throw .validation(problems) }
    self.init(title: title, date: body.date, time: body.time)
  }
}
