/// One box of an MP4 file (ISO/IEC 14496-12): where it lies and what it is.
struct MP4Box: Equatable {
  var type: String
  var start: Int
  var contentStart: Int
  var end: Int

  /// Longest header: length, type, and a length in 64 bits.
  static let headerBytes = 16

  /// - Parameters:
  ///   - header: up to ``headerBytes`` bytes from `start` on.
  ///   - limit: where the surrounding box, or the file, ends.
  /// - Returns: `nil` where no whole box begins.
  init?(header: ArraySlice<UInt8>, start: Int, limit: Int) {
    guard header.count >= 8 else { return nil }
    let short = header.bigEndian(at: 0, count: 4)
    let isLong = short == 1
    guard !isLong || header.count >= 16, !isLong || header[header.startIndex + 8] < 0x40 else { return nil }
    let length = isLong ? header.bigEndian(at: 8, count: 8) : short == 0 ? limit - start : short
    contentStart = start + (isLong ? 16 : 8)
    guard length >= contentStart - start, length <= limit - start else { return nil }
    end = start + length
    self.start = start
    type = String(decoding: header.dropFirst(4).prefix(4), as: Unicode.ASCII.self)
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// An unsigned number whose first byte, counted from the start of the collection, weighs most.
  func bigEndian(at offset: Int, count: Int) -> Int {
    self[startIndex + offset..<startIndex + offset + count].reduce(0) { $0 << 8 | Int($1) }
  }
}
