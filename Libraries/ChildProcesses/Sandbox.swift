import Glibc

/// Runs programs within ``ProcessLimits`` and, where the system lets us, without a network and without rights.
package struct Sandbox: Sendable {
  /// What the system permits beyond the limits, for the operator's eyes.
  package struct Confinement: Sendable, Equatable {
    /// Children are cut off from every network (`unshare`).
    package var noNetwork = false
    /// Children cannot gain rights by running other programs (`setpriv`).
    package var noNewPrivileges = false
    /// Children of root run as nobody, so that the limit on processes binds them as well.
    package var unprivileged = geteuid() != 0

    package var isFull: Bool { noNetwork && noNewPrivileges && unprivileged }
  }

  package let confinement: Confinement
  private let prefix: [String]

  /// Finds out once what the system permits.
  ///
  /// A network namespace needs root, or user namespaces; containers often forbid both.
  /// - Parameter trial: a command that succeeds wherever the programs to be confined can run at all.
  /// - Throws: `missing` without `prlimit`: nothing is run unbounded.
  package static func probe(
    _ limits: ProcessLimits, trial: [String] = ["/bin/true"]
  ) async throws(ChildProcessError) -> Sandbox {
    guard let prlimit = ProgramPath.find("prlimit") else { throw ChildProcessError(.missing, "prlimit") }
    var confinement = Confinement()
    let networks = [["unshare", "--net", "--"], ["unshare", "--user", "--net", "--"]]
    let network = await firstWorking(networks, before: ["/bin/true"])
    confinement.noNetwork = !network.isEmpty
    let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"]
    let ways = [nobody, []].map { ["setpriv"] + $0 + ["--no-new-privs", "--"] }
    let rights = await firstWorking(ways, after: network, before: trial)
    confinement.noNewPrivileges = !rights.isEmpty
    confinement.unprivileged = confinement.unprivileged || rights.contains(nobody[0])
    return Sandbox(confinement: confinement, prefix: network + rights + [prlimit] + limits.prlimitArguments)
  }

  /// The command, run inside.
  package func wrap(_ command: ChildCommand) -> ChildCommand {
    var wrapped = command
    wrapped.program = prefix[0]
    wrapped.arguments = prefix.dropFirst() + [command.program] + command.arguments
    return wrapped
  }

  /// The first of some ways to start a program that is installed and permitted; empty where none is.
  private static func firstWorking(
    _ ways: [[String]], after outer: [String] = [], before trial: [String]
  ) async -> [String] {
    for way in ways {
      guard let starter = ProgramPath.find(way[0]) else { continue }
      let inner = [starter] + way.dropFirst()
      let whole = outer + inner + trial
      let command = ChildCommand(
        program: whole[0], arguments: Array(whole.dropFirst()), input: .bytes([]), timeLimit: .seconds(5))
      if let child = try? ChildProcess(command), await child.exit().isSuccess { return inner }
    }
    return []
  }
}
