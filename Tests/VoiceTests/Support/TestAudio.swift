import Foundation
import Synchronization
import TestSupport

/// Files that ffmpeg makes of the repository's speech clip, once per test run.
enum TestAudio {
  private static let made = Mutex<[String: String]>([:])

  /// Two seconds of speech as MP3, from that second of the clip on.
  static func shortMP3(from second: Int = 0) throws -> String {
    try file("short-\(second).mp3", ["-ss", "\(second)", "-t", "2", "-ac", "1", "-ar", "44100", "-b:a", "128k"])
  }

  /// The whole clip, 49 s, in the format of the extension.
  static func clip(_ fileExtension: String) throws -> String {
    switch fileExtension {
    case "webm": SpeechClip.path
    case "mp3": try file("clip.mp3", ["-b:a", "128k"])
    case "m4a": try file("clip.m4a", ["-c:a", "aac", "-b:a", "128k"])
    case "flac": try file("clip.flac", ["-ac", "1", "-ar", "44100", "-sample_fmt", "s16"])
    default: try file("clip.\(fileExtension)", ["-ac", "1", "-ar", "44100"])
    }
  }

  static func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }

  static func file(_ name: String, _ arguments: [String]) throws -> String {
    try made.withLock { made in
      if let path = made[name] { return path }
      if made.isEmpty { atexit { TestAudio.removeAll() } }
      let path = FileManager.default.temporaryDirectory
        .appending(path: "voice-tests-\(ProcessInfo.processInfo.processIdentifier)-\(name)").path
      let ffmpeg = Process()
      ffmpeg.executableURL = URL(filePath: "/usr/bin/env")
      ffmpeg.arguments = ["ffmpeg", "-y", "-loglevel", "error", "-i", SpeechClip.path] + arguments + [path]
      try ffmpeg.run()
      ffmpeg.waitUntilExit()
      made[name] = path
      return path
    }
  }

  private static func removeAll() {
    for path in made.withLock({ $0.values }) { try? FileManager.default.removeItem(atPath: path) }
  }
}
