/// A program to run and what it may use.
package struct ChildCommand: Sendable {
  package enum Input: Sendable {
    /// The program reads these bytes, then the end.
    case bytes([UInt8])
    /// The program reads the file at this path.
    case file(String)
  }

  package enum Messages: Sendable {
    case dropped
    /// To be read with ``ChildProcess/readMessages(upTo:)``; the child stalls while nobody does.
    case kept
  }

  /// Absolute path, see ``ProgramPath``.
  package var program: String
  package var arguments: [String]
  package var input: Input
  /// The whole environment of the child; nothing of ours is inherited.
  package var environment: [String: String]
  package var workDirectory: String
  /// The child is killed when it has not ended by itself after this long.
  package var timeLimit: Duration
  /// What becomes of its standard error.
  package var messages = Messages.dropped

  package init(
    program: String, arguments: [String], input: Input, environment: [String: String] = ["LC_ALL": "C.UTF-8"],
    workDirectory: String = "/", timeLimit: Duration
  ) {
    self.program = program
    self.arguments = arguments
    self.input = input
    self.environment = environment
    self.workDirectory = workDirectory
    self.timeLimit = timeLimit
  }
}
