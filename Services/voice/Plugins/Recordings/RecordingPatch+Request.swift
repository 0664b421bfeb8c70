import Foundation
import Schemas
import VoiceCore

extension RecordingPatch {
  /// - Throws: `VALIDATION_FAILED` for a date or time that is none.
  init(_ body: RecordingPatchRequest, at now: Date) throws(ServiceError) {
    let problems = ShownDate.problems(date: body.date ?? nil, time: body.time ?? nil, at: now)
    guard problems.isEmpty else { throw .validation(problems) }
    self.init(title: body.title, date: body.date, time: body.time)
  }
}
