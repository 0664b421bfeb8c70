import Foundation

/// Converts a WAV file to an output format, written as a stream: no length fields that need a second pass.
enum AudioEncoder {
  static func encode(_ wave: Data, as format: OutputFormat) async throws -> Data {
    try await ChildProcess.transform(wave, with: "ffmpeg") { input, output in
      ["-v", "error", "-nostdin", "-i", input, "-ac", "1", "-ar", "\(format.sampleRate)"]
        + codec(format) + ["-y", output]
    }
  }

  private static func codec(_ format: OutputFormat) -> [String] {
    let rate = ["-b:a", "\(format.bitRate ?? 0)k"]
    return switch format.codec {
    case .mp3: ["-c:a", "libmp3lame"] + rate + ["-write_xing", "0", "-f", "mp3"]
    case .pcm: ["-f", "s16le"]
    case .wav: ["-f", "wav"]
    case .opus: ["-c:a", "libopus"] + rate + ["-f", "ogg"]
    case .ulaw: ["-f", "mulaw"]
    case .alaw: ["-f", "alaw"]
    case .aac: ["-c:a", "aac"] + rate + ["-f", "ipod"]
    }
  }
}
