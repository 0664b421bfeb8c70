import Foundation
import Testing

/// What ffmpeg measures on an encoded file.
struct Measured {
  var loudnessLUFS: Double
  var truePeakDBTP: Double

  init(_ data: some Sequence<UInt8>) throws {
    let result = try Tool.ffmpeg(["-i", "pipe:0", "-af", "ebur128=peak=true", "-f", "null", "-"], input: Data(data))
    let summary = result.messages.components(separatedBy: "Summary:").last ?? ""
    loudnessLUFS = try Self.number(after: "I:", in: summary)
    truePeakDBTP = try Self.number(after: "Peak:", in: summary)
  }

  private static func number(after key: String, in text: String) throws -> Double {
    let rest = try #require(text.components(separatedBy: key).dropFirst().first)
    return try #require(rest.split(whereSeparator: \.isWhitespace).first.flatMap { Double($0) })
  }
}

/// Facts about a file by ffprobe.
enum Probe {
  static func value(_ entry: String, of data: some Sequence<UInt8>) throws -> String {
    let arguments = ["ffprobe", "-v", "error", "-show_entries", entry, "-of", "csv=p=0", "pipe:0"]
    let result = try Tool.run(arguments, input: Data(data))
    return String(decoding: result.output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Seconds, by decoding.
  static func duration(_ data: some Sequence<UInt8>) throws -> Double {
    Double(try Samples.decoded(data).count) / 44_100
  }
}
