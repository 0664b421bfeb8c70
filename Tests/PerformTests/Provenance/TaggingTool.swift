import Foundation

/// ffmpeg in the place of players and phones that write a note's tags anew and leave its audio alone.
enum TaggingTool {
  /// - Parameter options: of ffmpeg's MP3 writer.
  static func tagged(_ audio: [UInt8], _ options: [String]) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tagged-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (note, copy) = (folder.appending(path: "note.mp3"), folder.appending(path: "copy.mp3"))
    try Data(audio).write(to: note)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["ffmpeg", "-v", "error", "-nostdin", "-i", note.path, "-c", "copy", "-metadata", "title=Café Ünicode"]
      + options + [copy.path]
    try process.run()
    process.waitUntilExit()
    return [UInt8](try Data(contentsOf: copy))
  }
}
