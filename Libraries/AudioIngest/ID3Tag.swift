/// The tag that may stand in front of MP3 and raw AAC (ID3v2).
enum ID3Tag {
  private static let headerLength = 10
  private static let footerFlag: UInt8 = 0x10

  /// Bytes from the beginning of the file to what follows the tag; `nil` for a file without one.
  static func length(_ start: [UInt8]) -> Int? {
    guard start.count >= headerLength, start.starts(with: "ID3".utf8) else { return nil }
    let content = start[6..<headerLength].reduce(0) { $0 << 7 | Int($1 & 0x7F) }
    return headerLength + content + (start[5] & footerFlag == 0 ? 0 : headerLength)
  }
}
