import AudioCodecs

/// An MP3 without the tags at its ends, which players and phones rewrite.
package struct UntaggedMP3: Sendable {
  /// More tags than this in a row, or a first frame further behind them, are no work of a player.
  private static let (tagLimit, searchLimit) = (4, 65_536)

  /// From the first frame of sound on; empty where there is none.
  package let audio: ArraySlice<UInt8>

  package init(_ file: [UInt8]) {
    audio = Self.sound(in: TrailingTags.removed(from: Self.withoutLeadingTags(file)[...]))
  }

  private static func withoutLeadingTags(_ file: [UInt8]) -> [UInt8] {
    var rest = file
    for _ in 0..<tagLimit where rest.starts(with: "ID3".utf8) {
      var stripper = ID3TagStripper()
      rest = stripper.strip(rest)
    }
    return rest
  }

  /// Programs that copy a note put an info frame of their own in front, which is no sound.
  private static func sound(in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = bytes.prefix(searchLimit).indices.first { MP3FrameHeader(bytes[$0...]) != nil }
    guard let start, let header = MP3FrameHeader(bytes[start...]) else { return [] }
    let first = bytes[start...].prefix(header.byteCount)
    var scanner = MP3FrameScanner()
    scanner.scan(Array(first))
    return scanner.frameCount == 0 ? bytes[first.endIndex...] : bytes[start...]
  }
}
