/// Takes a tag's frames apart in the form that its header announces.
struct ID3TagReader {
  private static let presentNames = ["TXX": "TXXX", "GEO": "GEOB"]

  private let version: UInt8
  private let isUnsynchronised: Bool
  private let byteCount: Int

  /// `nil` for a header that is not a readable tag's.
  init?(header: [UInt8]) {
    guard header.count == 10, header.starts(with: "ID3".utf8), (2...4).contains(header[3]), header[5] & 0x7F == 0 else {
      return nil
    }
    version = header[3]
    isUnsynchronised = header[5] != 0
    byteCount = header[6..<10].reduce(0) { $0 << 7 | Int($1 & 0x7F) }
  }

  /// - Parameter bytes: from behind the header on; what follows the tag is left alone.
  func frames(in bytes: ArraySlice<UInt8>) -> [ID3Tag.Frame] {
    let tag = bytes.prefix(byteCount)
    var rest = isUnsynchronised && version < 4 ? Self.synchronised(tag) : tag
    var frames: [ID3Tag.Frame] = []
    while let frame = takeFrame(from: &rest) { frames.append(frame) }
    return frames
  }

  private var nameLength: Int { version == 2 ? 3 : 4 }
  private var headerLength: Int { version == 2 ? 6 : 10 }
  private var bitsPerByte: Int { version == 4 ? 7 : 8 }

  private func takeFrame(from rest: inout ArraySlice<UInt8>) -> ID3Tag.Frame? {
    guard rest.count > headerLength, rest.first != 0 else { return nil }
    let header = Array(rest.prefix(headerLength))
    let size = header[nameLength..<2 * nameLength].reduce(0) { $0 << bitsPerByte | Int($1) }
    let format = header.dropFirst(9).first ?? 0
    guard size <= rest.count - headerLength, let name = String(validating: header[..<nameLength], as: UTF8.self),
      let body = body(rest.dropFirst(headerLength).prefix(size), format: format)
    else { return nil }
    rest = rest.dropFirst(headerLength + size)
    return ID3Tag.Frame(id: Self.presentNames[name] ?? name, body: body)
  }

  /// Since 2.4 frames are unsynchronised one by one, and may state their length before that.
  private func body(_ stored: ArraySlice<UInt8>, format: UInt8) -> [UInt8]? {
    guard version == 4 else { return format == 0 ? Array(stored) : nil }
    guard format & ~0x03 == 0 else { return nil }
    let data = format & 0x01 == 0 ? stored : stored.dropFirst(4)
    return Array(isUnsynchronised || format & 0x02 != 0 ? Self.synchronised(data) : data)
  }

  /// Without the zero that stands behind every 0xFF.
  private static func synchronised(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var result: ArraySlice<UInt8> = []
    var isBehindMark = false
    for byte in bytes {
      if !(isBehindMark && byte == 0) { result.append(byte) }
      isBehindMark = byte == 0xFF
    }
    return result
  }
}
