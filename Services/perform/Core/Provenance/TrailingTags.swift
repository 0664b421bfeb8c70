/// The tags that programs put behind an MP3's frames: ID3v1 and APEv2.
enum TrailingTags {
  /// All or none of them: what can be heard may reach from one tag into the next.
  static func removed(from bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while let size = id3v1(rest) ?? apeV2(rest) { rest.removeLast(size) }
    return canBeHeard(bytes[rest.endIndex...]) ? bytes : rest
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
  private static func canBeHeard(_ tags: ArraySlice<UInt8>) -> Bool {
    tags.indices.dropLast(3).contains { tags[$0] == 0xFF && beginsFrame(tags[$0...]) }
  }

  /// Of any layer and bitrate, free formats included; what is reserved in a header begins none.
  private static func beginsFrame(_ bytes: ArraySlice<UInt8>) -> Bool {
    let word = bytes.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    let (version, layer) = (word >> 19 & 3, word >> 17 & 3)
    let (bitrate, sampleRate) = (word >> 12 & 15, word >> 10 & 3)
    return word >> 21 == 0x7FF && version != 1 && layer != 0 && bitrate != 15 && sampleRate != 3
  }
}
