import AudioCodecs
import Foundation
import PerformCore

/// What an MP3's own tag says about where it comes from.
struct AudioMark: Sendable {
  let isMarked: Bool
  let performanceID: String?

  init(of audio: [UInt8]) {
    let texts = ID3Tag(parsing: audio).frames.filter { $0.id == "TXXX" }.compactMap(Self.text)
    isMarked = texts.contains { $0 == (ProvenanceMark.sourceType, ProvenanceMark.trainedAlgorithmicMedia) }
    performanceID = texts.first { $0.name == ProvenanceMark.identity }?.value
  }

  /// Re-tagging tools write named texts in any of ID3's four encodings, and end them with a NUL or not.
  private static func text(_ frame: ID3Tag.Frame) -> (name: String, value: String)? {
    guard let mark = frame.body.first, let encoding = encodings[mark] else { return nil }
    let text = String(data: Data(frame.body.dropFirst()), encoding: encoding) ?? ""
    let parts = text.split(separator: "\0", omittingEmptySubsequences: false)
      .map { $0.trimmingPrefix("\u{FEFF}") }
    return parts.count >= 2 ? (String(parts[0]), String(parts[1])) : nil
  }

  private static let encodings: [UInt8: String.Encoding] = [0: .isoLatin1, 1: .utf16, 2: .utf16BigEndian, 3: .utf8]
}
