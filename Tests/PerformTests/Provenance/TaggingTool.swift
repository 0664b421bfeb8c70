import Foundation
import Testing

/// ffmpeg in the place of players and phones that write a note's tags anew and leave its audio alone.
enum TaggingTool {
  /// - Parameter options: of ffmpeg's MP3 writer.
  static func tagged(_ audio: [UInt8], _ options: [String]) async throws -> [UInt8] {
    try await withFolder { folder in
      let (note, copy) = (folder.appending(path: "note.mp3"), folder.appending(path: "copy.mp3"))
      try Data(audio).write(to: note)
      let input = ["-i", note.path, "-c", "copy", "-metadata", "title=Café Ünicode"]
      try #require(try await ffmpeg(input + options + [copy.path]) == 0)
      return [UInt8](try Data(contentsOf: copy))
    }
  }

  /// Seconds of sound in frames of layer II, 2 KB each.
  static func layerTwo(seconds: Int) async throws -> [UInt8] {
    try await withFolder { folder in
      let clip = folder.appending(path: "clip.mp2")
      let input = ["-f", "lavfi", "-i", "sine=duration=\(seconds)", "-ac", "1", "-ar", "22050", "-b:a", "16k"]
      try #require(try await ffmpeg(input + [clip.path]) == 0)
      return [UInt8](try Data(contentsOf: clip))
    }
  }

  private static func withFolder(_ body: (URL) async throws -> [UInt8]) async throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tagged-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
  }

  /// Waits without a thread: as many as there are cores belong to all suites.
  private static func ffmpeg(_ arguments: [String]) async throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["ffmpeg", "-v", "error", "-nostdin"] + arguments
    return try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
  }
}
