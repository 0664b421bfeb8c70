import Foundation

/// The frames of every language, one file of `Frames/` each.
package struct FrameLibrary: Sendable {
  private let sets: [String: FrameSet]

  package init(_ sets: [FrameSet]) {
    self.sets = Dictionary(sets.map { ($0.language, $0) }) { first, _ in first }
  }

  package var languages: [String] { sets.keys.sorted() }

  package subscript(language: String) -> FrameSet? { sets[language] }

  /// The frames that this library carries.
  ///
  /// - Throws: ``FrameError`` for a missing folder or a malformed file.
  package static func shipped() throws(FrameError) -> FrameLibrary {
    var sets: [FrameSet] = []
    for file in files {
      guard let json = try? Data(contentsOf: file) else {
        throw FrameError(problem: "\(file.lastPathComponent) cannot be read")
      }
      sets.append(try FrameSet(json: json))
    }
    guard !sets.isEmpty else { throw FrameError(problem: "no frames") }
    return FrameLibrary(sets)
  }

  private static var files: [URL] {
    let folder = Bundle.module.bundleURL.appendingPathComponent("Frames", isDirectory: true)
    let all = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (all ?? []).filter { $0.pathExtension == "json" }
  }
}
