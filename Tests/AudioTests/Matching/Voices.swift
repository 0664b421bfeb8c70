import Foundation
import Schemas
import TestSupport
import Testing
import VoiceMatching

/// Speakers to come near to, made of the clip by ffmpeg.
enum Voices {
  /// The clip's reader, and what becomes of him when the clip is played faster: higher and thinner.
  static let filters = ["man": "anull", "woman": "asetrate=48000*2,aresample=22050,atempo=0.5"]

  static func profile(_ speaker: String) throws -> VoiceProfile {
    let filter = try #require(filters[speaker])
    return try #require(VoiceProfile(of: try samples(filter)))
  }

  /// The clip through an ffmpeg filter, at the rate at which voices are measured.
  static func samples(_ filter: String, seconds: Double = 20) throws -> [Float] {
    let format = ["-ac", "1", "-ar", "22050", "-t", "\(seconds)", "-f", "f32le", "pipe:1"]
    let data = try Tool.ffmpeg(["-i", SpeechClip.path, "-af", filter] + format).output
    return data.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
  }

  static func semitones(_ left: VoiceProfile, _ right: VoiceProfile) -> Double {
    12 * log2(left.medianPitch / right.medianPitch)
  }

  /// Between the long-term spectra, in dB.
  static func distance(_ left: VoiceProfile, _ right: VoiceProfile) -> Double {
    let squares = zip(left.spectrum, right.spectrum).map { ($0 - $1) * ($0 - $1) }
    return (squares.reduce(0, +) / Double(squares.count)).squareRoot()
  }
}

extension VoiceProfile {
  init?(of samples: [Float], chunk: Int = 4096) {
    var profiler = VoiceProfiler()
    for part in samples.chunks(of: chunk) { profiler.add(part) }
    guard let profile = profiler.profile else { return nil }
    self = profile
  }
}
