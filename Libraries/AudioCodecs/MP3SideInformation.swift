/// What a layer III frame says about its own content, readable without decoding (ISO/IEC 11172-3 and 13818-3, 2.4.1.7).
struct MP3SideInformation {
  /// Whether any granule has coded samples; digital silence has none.
  let hasSound: Bool

  /// - Parameter frame: whole, with its header.
  init(of frame: ArraySlice<UInt8>, _ header: MP3FrameHeader) {
    let isFirstVersion = header.sampleCount == 1152
    let channels = header.isMono ? 1 : 2
    let hasChecksum = frame[frame.startIndex + 1] & 1 == 0
    let start = isFirstVersion ? (header.isMono ? 18 : 20) : (header.isMono ? 9 : 10)
    let granuleBits = isFirstVersion ? 59 : 63
    let bits = frame.dropFirst(hasChecksum ? 6 : 4)
    hasSound = (0..<channels * (isFirstVersion ? 2 : 1)).contains { granule in
      Self.anyBit(of: bits, from: start + granule * granuleBits, count: Self.codedLengthBits)
    }
  }

  private static let codedLengthBits = 12

  private static func anyBit(of bytes: ArraySlice<UInt8>, from start: Int, count: Int) -> Bool {
    (start..<start + count).contains { bit in
      let place = bytes.startIndex + bit / 8
      return place < bytes.endIndex && bytes[place] >> (7 - bit % 8) & 1 == 1
    }
  }
}
