import Foundation
import PerformCore

/// Reads a folder of routine files, `<id>.json` each, once.
package struct RoutineFolder: Sendable {
  private let directory: URL

  /// - Parameter path: a folder with routine files; `nil` reads the shipped ones.
  package init(path: String? = nil) {
    directory =
      path.map { URL(fileURLWithPath: $0, isDirectory: true) }
      ?? Bundle.module.bundleURL.appendingPathComponent("Routines", isDirectory: true)
  }

  /// The catalogue, sorted by each file's `order`, then by id.
  ///
  /// - Parameter languages: each routine needs a title and, where it offers choices, a list in every one of them.
  /// - Throws: ``RoutineFolderError`` with every problem of every file.
  package func load(languages: [String]) throws(RoutineFolderError) -> RoutineCatalog {
    var found: [RoutineFile] = []
    var problems: [String] = []
    for file in files {
      do {
        let routine = try JSONDecoder().decode(RoutineFile.self, from: Data(contentsOf: file))
        problems += routine.problems(fileName: file.lastPathComponent, languages: languages)
        found.append(routine)
      } catch {
        problems.append("\(file.lastPathComponent): \(error)")
      }
    }
    if files.isEmpty { problems.append("no routine files in \(directory.lastPathComponent)") }
    guard problems.isEmpty else { throw RoutineFolderError(problems: problems) }
    return RoutineCatalog(found.sorted { ($0.order, $0.routine.id) < ($1.order, $1.routine.id) }.map(\.routine))
  }

  private var files: [URL] {
    let all = try? FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
    return (all ?? []).filter { $0.pathExtension == "json" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}

/// Everything that is wrong with the routine files, a line each.
package struct RoutineFolderError: Error, Sendable, Equatable {
  package var problems: [String]
}
