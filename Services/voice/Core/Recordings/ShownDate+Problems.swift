import Foundation
import Schemas

extension ShownDate {
  /// What is wrong with a date and a time as they are to be shown; absent ones are never wrong.
  package static func problems(date: String?, time: String?, at now: Date) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if let date, resolve(date, at: now) == nil {
      problems.append(FieldProblem(field: "date", problem: "must be YYYY-MM-DD, today, yesterday or -3d"))
    }
    if let time, !isTime(time) { problems.append(FieldProblem(field: "time", problem: "must be HH:MM")) }
    return problems
  }
}
