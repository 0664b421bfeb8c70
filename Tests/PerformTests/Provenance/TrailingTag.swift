/// Tags that programs put behind an MP3's frames.
enum TrailingTag {
  /// - Parameter body: 125 bytes.
  static func id3v1(_ body: [UInt8]) -> [UInt8] { Array("TAG".utf8) + body }

  /// An APEv2 tag without a header.
  static func ape(_ body: [UInt8]) -> [UInt8] {
    let size = body.count + 32
    return body + Array("APETAGEX".utf8) + [0xD0, 7, 0, 0, UInt8(size & 0xFF), UInt8(size >> 8), 0, 0]
      + Array(repeating: 0, count: 16)
  }
}
