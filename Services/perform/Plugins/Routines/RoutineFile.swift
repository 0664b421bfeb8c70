import PerformCore

/// One routine as written down, with its place in the menus.
struct RoutineFile: Decodable {
  var order: Int
  var routine: Routine

  private enum CodingKeys: CodingKey {
    case order
  }

  init(from decoder: any Decoder) throws {
    order = try decoder.container(keyedBy: CodingKeys.self).decode(Int.self, forKey: .order)
    routine = try Routine(from: decoder)
  }

  func problems(fileName: String, languages: [String]) -> [String] {
    var problems: [String] = []
    if fileName != routine.id + ".json" { problems.append("\(fileName): its id is \(routine.id)") }
    for language in languages {
      if routine.titles[language] == nil { problems.append("\(fileName): no title in \(language)") }
      if case .choice(let choices, _, _) = routine.input, choices[language, default: []].isEmpty {
        problems.append("\(fileName): no choices in \(language)")
      }
    }
    return problems
  }
}
