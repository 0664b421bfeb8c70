import AudioMixing
import Foundation

/// The backgrounds that the product ships.
enum Ambience {
  static func library() throws -> BackgroundLibrary { try BackgroundLibrary(folder: folder) }

  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Libraries/Ambience/Recordings").path
}
