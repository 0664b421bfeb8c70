/// Named texts in UTF-16 as ID3v2 tags of forms that ours never have, byte by byte as the standards describe them.
package enum RewrittenTag: CaseIterable, Sendable {
  /// Names and sizes of three bytes.
  case version22
  /// Version 2.3: the whole tag has a zero behind every 0xFF that could begin a frame of sound.
  case unsynchronised23
  /// Version 2.4: the same frame by frame, each with the length that it had before.
  case unsynchronised24

  package func bytes(_ texts: [(name: String, value: String)]) -> [UInt8] {
    let frames = texts.flatMap { frame(Self.body($0.name, $0.value)) }
    return switch self {
    case .version22: Self.tag(version: 2, flags: 0, frames)
    case .unsynchronised23: Self.tag(version: 3, flags: 0x80, Self.unsynchronised(frames))
    case .unsynchronised24: Self.tag(version: 4, flags: 0x80, frames)
    }
  }

  /// Of the frame, as a reader should find it.
  package static func body(_ name: String, _ value: String) -> [UInt8] {
    let utf16Mark: UInt8 = 1
    return [utf16Mark] + utf16(name) + [0, 0] + utf16(value)
  }

  private func frame(_ body: [UInt8]) -> [UInt8] {
    switch self {
    case .version22: return Array("TXX".utf8) + Self.number(body.count, bytes: 3, of: 8) + body
    case .unsynchronised23: return Array("TXXX".utf8) + Self.number(body.count, bytes: 4, of: 8) + [0, 0] + body
    case .unsynchronised24:
      let stored = Self.number(body.count, bytes: 4, of: 7) + Self.unsynchronised(body)
      return Array("TXXX".utf8) + Self.number(stored.count, bytes: 4, of: 7) + [0, 3] + stored
    }
  }

  private static func tag(version: UInt8, flags: UInt8, _ body: [UInt8]) -> [UInt8] {
    Array("ID3".utf8) + [version, 0, flags] + number(body.count, bytes: 4, of: 7) + body
  }

  private static func number(_ value: Int, bytes: Int, of bits: Int) -> [UInt8] {
    (0..<bytes).reversed().map { UInt8(value >> ($0 * bits) & (1 << bits - 1)) }
  }

  private static func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  private static func unsynchronised(_ bytes: [UInt8]) -> [UInt8] {
    bytes.indices.flatMap { index -> [UInt8] in
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      return bytes[index] == 0xFF && (next == 0 || next >= 0xE0) ? [0xFF, 0] : [bytes[index]]
    }
  }
}
