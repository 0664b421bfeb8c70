import AudioCodecs
import PerformCore

/// What an MP3's own tag says about where it comes from.
struct AudioMark: Sendable {
  let isMarked: Bool
  let performanceID: String?

  init(of audio: [UInt8]) {
    var stripper = ID3TagStripper()
    _ = stripper.strip(audio)
    let texts = stripper.tag.frames.filter { $0.id == "TXXX" }.compactMap(Self.text)
    isMarked = texts.contains { $0 == (ProvenanceMark.sourceType, ProvenanceMark.trainedAlgorithmicMedia) }
    performanceID = texts.first { $0.name == ProvenanceMark.identity }?.value
  }

  /// A named text in UTF-8, as we write it.
  private static func text(_ frame: ID3Tag.Frame) -> (name: String, value: String)? {
    guard frame.body.first == 3 else { return nil }
    let parts = String(decoding: frame.body.dropFirst(), as: UTF8.self).split(
      separator: "\0", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
  }
}
