/// One variable that cannot be used as it is. Never holds the value.
package struct ConfigurationProblem: Sendable, Equatable, CustomStringConvertible {
  package var variable: String
  package var problem: String

  package init(variable: String, problem: String) {
    self.variable = variable
    self.problem = problem
  }

  package var description: String { "\(variable) \(problem)" }
}

/// Every problem of a configuration, a line each.
package struct ConfigurationRefused: Error, CustomStringConvertible {
  package var problems: [ConfigurationProblem]

  package init(problems: [ConfigurationProblem]) { self.problems = problems }

  package var description: String {
    (["The configuration cannot be used:"] + problems.map { "  \($0)" }).joined(separator: "\n")
  }
}
