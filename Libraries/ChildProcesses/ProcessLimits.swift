/// Bounds that the system enforces on a child, set by `prlimit` (util-linux) before the program starts.
package struct ProcessLimits: Sendable, Equatable {
  /// Seconds of processor time.
  package var cpuSeconds: Int
  /// Bytes of address space.
  package var memoryBytes: Int
  /// Bytes of any file that it writes; pipes are not files.
  package var fileBytes: Int
  /// Open files.
  package var openFiles: Int
  /// Processes and threads of its user, our own included: 0 lets it start none. Does not bind root.
  package var processes: Int

  package init(cpuSeconds: Int, memoryBytes: Int, fileBytes: Int, openFiles: Int, processes: Int) {
    self.cpuSeconds = cpuSeconds
    self.memoryBytes = memoryBytes
    self.fileBytes = fileBytes
    self.openFiles = openFiles
    self.processes = processes
  }

  var prlimitArguments: [String] {
    [
      "--cpu=\(cpuSeconds)", "--as=\(memoryBytes)", "--fsize=\(fileBytes)", "--nofile=\(openFiles)",
      "--nproc=\(processes)", "--core=0", "--",
    ]
  }
}
