import Foundation

/// Finds programs.
package enum ProgramPath {
  /// The absolute path of a program, looked up in `PATH`; `nil` if there is none.
  ///
  /// - Parameter name: a bare name, or a path that is taken as it is.
  package static func find(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    let candidates = name.contains("/") ? [name] : folders.map { "\($0)/\(name)" }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
