import Foundation
import OutboundHTTP
import Schemas
import ServiceClients
import ServiceHTTP
import ServiceHost
import TestSupport

/// What ffmpeg hears in a file.
enum Listening {
  /// Seconds of decoded audio.
  static func duration(_ path: String) async throws -> Double {
    let text = try await run(
      "ffprobe", ["-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", path])
    return Double(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
  }

  /// Mean level in dBFS between two instants.
  static func meanLevel(_ path: String, from start: Double, seconds: Double) async throws -> Double {
    let text = try await run(
      "ffmpeg",
      [
        "-hide_banner", "-nostats", "-ss", "\(start)", "-t", "\(seconds)", "-i", path, "-af", "volumedetect", "-f",
        "null", "-",
      ])
    return number(in: text, after: /mean_volume: (-?[0-9.]+|-inf) dB/)
  }

  /// Samples per second of ``samples(_:)``.
  static let rate = 11_025.0

  /// Decoded to one channel, −1…1.
  static func samples(_ audio: Data) async throws -> [Float] {
    let file = FileManager.default.temporaryDirectory.appending(path: "listening-\(UUID().uuidString)")
    let raw = file.appendingPathExtension("f32")
    defer { for url in [file, raw] { try? FileManager.default.removeItem(at: url) } }
    try audio.write(to: file)
    _ = try await run(
      "ffmpeg", ["-v", "error", "-i", file.path, "-ac", "1", "-ar", "\(Int(rate))", "-f", "f32le", raw.path])
    return try Data(contentsOf: raw).withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
  }

  /// True peak of the whole file, in dBTP.
  static func peakLevel(_ path: String) async throws -> Double {
    let text = try await run(
      "ffmpeg",
      ["-hide_banner", "-nostats", "-i", path, "-af", "ebur128=peak=true", "-f", "null", "-"])
    return number(in: text, after: /Peak:\s+(-?[0-9.]+|-inf) dBFS/)
  }

  /// Integrated loudness in LUFS (EBU R 128).
  static func loudness(_ path: String) async throws -> Double {
    let text = try await run(
      "ffmpeg", ["-hide_banner", "-nostats", "-i", path, "-af", "ebur128", "-f", "null", "-"])
    return number(in: text, after: /I:\s+(-?[0-9.]+) LUFS/)
  }

  private static func number(in text: String, after pattern: Regex<(Substring, Substring)>) -> Double {
    text.matches(of: pattern).last.flatMap { Double($0.output.1) } ?? -200
  }

  private static func run(_ program: String, _ arguments: [String]) async throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
