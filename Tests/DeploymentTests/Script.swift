import ChildProcesses
import Foundation
import TestSupport

/// Runs the repository's own scripts.
enum Script {
  struct Outcome {
    var succeeded: Bool
    /// Standard output and standard error together, or only the former.
    var output: String
  }

  static func run(_ path: String, _ arguments: [String] = [], withErrors: Bool = true) async throws -> Outcome {
    let redirection = withErrors ? "2>&1" : "2>/dev/null"
    let child = try ChildProcess(
      ChildCommand(
        program: "/bin/bash", arguments: ["-c", "exec \"$0\" \"$@\" \(redirection)", path] + arguments,
        input: .bytes([]), environment: ProcessInfo.processInfo.environment, workDirectory: Repository.root.path,
        timeLimit: .seconds(300)))
    var output: [UInt8] = []
    while let bytes = await child.read() { output += bytes }
    return Outcome(succeeded: await child.exit().isSuccess, output: String(decoding: output, as: UTF8.self))
  }
}
