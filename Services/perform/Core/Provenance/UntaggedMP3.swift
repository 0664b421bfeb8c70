import AudioCodecs
import Capabilities
import Crypto

/// An MP3 without the tags at its ends, which players and phones rewrite.
package struct UntaggedMP3: Sendable {
  /// More tags than this in a row are no work of a player.
  private static let tagLimit = 4

  /// From the first frame of sound on; empty where there is none, or something else than padding stands before it.
  package let audio: ArraySlice<UInt8>

  package init(_ file: [UInt8]) {
    audio = Self.sound(in: TrailingTags.removed(from: Self.withoutLeadingTags(file)[...]))
  }

  /// In hexadecimal digits; `nil` where there is no sound.
  package var sha256: String? {
    audio.isEmpty ? nil : SHA256.hash(data: audio).hexadecimal
  }

  private static func withoutLeadingTags(_ file: [UInt8]) -> [UInt8] {
    var rest = file
    for _ in 0..<tagLimit where isTag(rest) {
      var stripper = ID3TagStripper()
      rest = stripper.strip(rest)
    }
    return rest
  }

  /// Players take a malformed tag for sound.
  private static func isTag(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 10, bytes.starts(with: "ID3".utf8) else { return false }
    return bytes[3] != 0xFF && bytes[4] != 0xFF && bytes[6..<10].allSatisfy { $0 < 0x80 }
  }

  /// Programs that copy a note put an info frame of their own in front, which is no sound.
  private static func sound(in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let frames = bytes.drop { $0 == 0 }
    guard let header = MP3FrameHeader(frames) else { return [] }
    let first = frames.prefix(header.byteCount)
    var scanner = MP3FrameScanner()
    scanner.scan(Array(first))
    return scanner.frameCount == 0 ? frames[first.endIndex...] : frames
  }
}
