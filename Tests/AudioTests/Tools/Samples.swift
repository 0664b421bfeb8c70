import Foundation
import TestSupport

/// Test audio: mono, 44.1 kHz.
enum Samples {
  static func sine(hertz: Double, seconds: Double, amplitude: Float = 0.5) -> [Float] {
    (0..<Int(seconds * 44_100)).map { amplitude * Float(sin(Double($0) * hertz * 2 * .pi / 44_100)) }
  }

  /// The clip's speech from `start` on, decoded by ffmpeg.
  static func speech(from start: Double = 0, seconds: Double) throws -> [Float] {
    let format = ["-ac", "1", "-ar", "44100", "-f", "f32le", "pipe:1"]
    return floats(try Tool.ffmpeg(["-ss", "\(start)", "-t", "\(seconds)", "-i", SpeechClip.path] + format).output)
  }

  /// The clip's speech in another format, made by ffmpeg.
  static func speechFile(_ options: [String]) throws -> Data {
    try Tool.ffmpeg(["-i", SpeechClip.path] + options + ["pipe:1"]).output
  }

  static func speechMP3(seconds: Double, options: [String] = []) throws -> [UInt8] {
    let format = ["-t", "\(seconds)", "-ac", "1", "-ar", "44100", "-b:a", "128k", "-write_xing", "0"]
    return [UInt8](try speechFile(format + options + ["-f", "mp3"]))
  }

  static func decoded(_ data: some Sequence<UInt8>) throws -> [Float] {
    floats(
      try Tool.ffmpeg(["-i", "pipe:0", "-ac", "1", "-ar", "44100", "-f", "f32le", "pipe:1"], input: Data(data)).output)
  }

  /// `samples` as a WAV file with floats, made by ffmpeg.
  static func wav(_ samples: [Float]) throws -> Data {
    let input = samples.withUnsafeBytes { Data($0) }
    let format = ["-f", "f32le", "-ar", "44100", "-ac", "1", "-i", "pipe:0", "-c:a", "pcm_f32le", "-f", "wav"]
    return try Tool.ffmpeg(format + ["pipe:1"], input: input).output
  }

  static func rmsLevel(_ samples: some Collection<Float>) -> Double {
    let energy = samples.reduce(0.0) { $0 + Double($1) * Double($1) }
    return 10 * log10(energy / Double(samples.count))
  }

  private static func floats(_ data: Data) -> [Float] {
    data.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
  }
}

extension Array {
  func chunks(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
