/// Runs programs within ``ProcessLimits`` and, where the system lets us, without a network.
package struct Sandbox: Sendable {
  private let prefix: [String]
  /// Whether children are cut off from every network.
  package let hasNoNetwork: Bool

  /// Finds out once what the system permits.
  ///
  /// A network namespace needs root, or user namespaces; containers often forbid both.
  /// - Throws: `missing` without `prlimit`: nothing is run unbounded.
  package static func probe(_ limits: ProcessLimits) async throws(ChildProcessError) -> Sandbox {
    guard let prlimit = ProgramPath.find("prlimit") else { throw ChildProcessError(.missing, "prlimit") }
    let bounded = [prlimit] + limits.prlimitArguments
    guard let unshare = ProgramPath.find("unshare") else { return Sandbox(prefix: bounded, hasNoNetwork: false) }
    for isolated in [[unshare, "--net"], [unshare, "--user", "--net"]] {
      let sandbox = Sandbox(prefix: isolated + ["--"] + bounded, hasNoNetwork: true)
      if try await sandbox.works() { return sandbox }
    }
    return Sandbox(prefix: bounded, hasNoNetwork: false)
  }

  /// The command, run inside.
  package func wrap(_ command: ChildCommand) -> ChildCommand {
    var wrapped = command
    wrapped.program = prefix[0]
    wrapped.arguments = prefix.dropFirst() + [command.program] + command.arguments
    return wrapped
  }

  private func works() async throws(ChildProcessError) -> Bool {
    guard let program = ProgramPath.find("true") else { return false }
    let command = ChildCommand(program: program, arguments: [], input: .bytes([]), timeLimit: .seconds(5))
    return try await ChildProcess(wrap(command)).exit().isSuccess
  }
}
