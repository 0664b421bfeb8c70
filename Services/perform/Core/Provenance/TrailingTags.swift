import AudioCodecs

/// The tags that programs put behind an MP3's frames: ID3v1 and APEv2.
enum TrailingTags {
  static func removed(from bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while let size = id3v1(rest) ?? apeV2(rest), !canBeHeard(rest.suffix(size)) { rest.removeLast(size) }
    return rest
  }

  private static func id3v1(_ bytes: ArraySlice<UInt8>) -> Int? {
    let tag = bytes.suffix(128)
    return tag.count == 128 && tag.starts(with: "TAG".utf8) ? 128 : nil
  }

  private static func apeV2(_ bytes: ArraySlice<UInt8>) -> Int? {
    let footer = Array(bytes.suffix(32))
    guard footer.count == 32, footer.starts(with: "APETAGEX".utf8) else { return nil }
    let size = footer[12..<16].reversed().reduce(0) { $0 << 8 | Int($1) }
    let header = footer[23] & 0x80 == 0 ? 0 : 32
    return (32...bytes.count).contains(size + header) ? size + header : nil
  }

  /// Players that do not know a tag would play frames that somebody had hidden in it.
  private static func canBeHeard(_ tag: ArraySlice<UInt8>) -> Bool {
    tag.indices.contains { tag[$0] == 0xFF && MP3FrameHeader(tag[$0...]) != nil }
  }
}
