import HTTPTypes
import PerformCore
import Schemas
import ServiceHTTP

/// Serves the menu. Moods and hidden words stay here: they are nobody's business but the writers'.
struct RoutinesController: Sendable {
  let catalog: RoutineCatalog

  var routes: [Route] {
    [
      Route(.get, "/routines", "The routines with their titles and inputs", access: .user) { _ in
        try Reply.json(RoutinesAnswer(routines: catalog.all.map(RoutineAnswer.init)))
      }
    ]
  }
}

extension RoutineAnswer {
  init(_ routine: Routine) {
    self.init(id: routine.id, titles: routine.titles, input: RoutineInputAnswer(routine.input))
  }
}

extension RoutineInputAnswer {
  init(_ input: RoutineInput) {
    self.init(kind: input.kind)
    switch input {
    case .choice(let choices, let allowsOther, let maximumLength):
      (self.choices, self.allowsOther, self.maximumLength) = (choices, allowsOther, maximumLength)
    case .number(let range):
      (minimum, maximum) = (range.lowerBound, range.upperBound)
    case .text(let maximumLength):
      self.maximumLength = maximumLength
    }
  }
}
