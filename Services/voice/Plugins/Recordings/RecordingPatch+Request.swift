import Foundation
import Schemas
import VoiceCore

extension RecordingPatch {
  /// - Throws: `VALIDATION_FAILED` for a date or time that is none.
  init(_ body: RecordingPatchRequest, at now: Date) throws(ServiceError) {
    var problems: [FieldProblem] = []
    var date = body.date
    if case .some(.some(let text)) = body.date {
      let day = ShownDate.resolve(text, at: now)
      if day == nil {
        problems.append(FieldProblem(field: "date", problem: "must be YYYY-MM-DD, today, yesterday or -3d"))
      }
      date = .some(day)
    }
    if case .some(.some(let text)) = body.time, !ShownDate.isTime(text) {
      problems.append(FieldProblem(field: "time", problem: "must be HH:MM"))
    }
    guard problems.isEmpty else { throw .validation(problems) }
    self.init(title: body.title, date: date, time: body.time)
  }
}
