/// A child that could not be started.
package struct ChildProcessError: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Code: String, Sendable {
    /// No such program.
    case missing
    /// The system refused: descriptors, memory, processes, or the input file.
    case refused
  }

  package var code: Code
  /// For logs: the program and the system's error.
  package var detail: String

  package init(_ code: Code, _ detail: String) {
    self.code = code
    self.detail = detail
  }

  package var description: String { "\(code.rawValue): \(detail)" }
}
