import Foundation

/// The processes of this machine.
package enum Processes {
  /// How many running programs have this argument.
  package static func count(withArgument argument: String) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").count { entry in
      guard let data = FileManager.default.contents(atPath: "/proc/\(entry)/cmdline") else { return false }
      return data.split(separator: 0).contains { $0.elementsEqual(argument.utf8) }
    }
  }

  /// How many running programs work in this folder, or one below it.
  package static func count(inFolder folder: String) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").count { entry in
      let work = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(entry)/cwd")
      return work.map { $0 == folder || $0.hasPrefix(folder + "/") } ?? false
    }
  }
}
