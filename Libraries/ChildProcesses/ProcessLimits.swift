/// Bounds that the system enforces on a child, set by `prlimit` (util-linux) before the program starts.
package struct ProcessLimits: Sendable, Equatable {
  /// Seconds of processor time.
  package var cpuSeconds: Int
  /// Bytes of address space.
  package var memoryBytes: Int
  /// Bytes of any file that it writes.
  package var fileBytes: Int
  /// Open files.
  package var openFiles: Int

  package init(cpuSeconds: Int, memoryBytes: Int, fileBytes: Int, openFiles: Int) {
    self.cpuSeconds = cpuSeconds
    self.memoryBytes = memoryBytes
    self.fileBytes = fileBytes
    self.openFiles = openFiles
  }

  var prlimitArguments: [String] {
    ["--cpu=\(cpuSeconds)", "--as=\(memoryBytes)", "--fsize=\(fileBytes)", "--nofile=\(openFiles)", "--core=0", "--"]
  }
}
