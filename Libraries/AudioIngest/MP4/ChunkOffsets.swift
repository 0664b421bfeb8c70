/// The tables of an MP4 index that say where in the file its sound lies.
struct ChunkOffsets {
  /// Containers in containers that a sane file has.
  private static let deepest = 8
  private static let containers: Set<String> = ["moov", "trak", "mdia", "minf", "stbl"]

  /// The whole index (`moov`), whose tables are corrected in place.
  private(set) var index: [UInt8]

  /// - Parameters:
  ///   - moved: the bytes of the file that change their place.
  ///   - distance: by how much.
  mutating func correct(_ moved: Range<Int>, by distance: Int) {
    correct(0..<index.count, depth: 0, moved, distance)
  }

  private mutating func correct(_ range: Range<Int>, depth: Int, _ moved: Range<Int>, _ distance: Int) {
    var start = range.lowerBound
    let headerEnd = { (start: Int) in Swift.min(start + MP4Box.headerBytes, range.upperBound) }
    while let box = MP4Box(header: index[start..<headerEnd(start)], start: start, limit: range.upperBound) {
      switch box.type {
      case "stco": correctTable(box, width: 4, moved, distance)
      case "co64": correctTable(box, width: 8, moved, distance)
      case let type where depth < Self.deepest && Self.containers.contains(type):
        correct(box.contentStart..<box.end, depth: depth + 1, moved, distance)
      default: break
      }
      start = box.end
    }
  }

  /// Version and flags, a count, then the offsets.
  private mutating func correctTable(_ box: MP4Box, width: Int, _ moved: Range<Int>, _ distance: Int) {
    let first = box.contentStart + 8
    guard first <= box.end else { return }
    let count = min(index.bigEndian(at: box.contentStart + 4, count: 4), (box.end - first) / width)
    for place in (0..<count).map({ first + $0 * width }) where index[place] < 0x40 {
      let offset = index.bigEndian(at: place, count: width)
      if moved.contains(offset) { store(offset + distance, at: place, width: width) }
    }
  }

  private mutating func store(_ value: Int, at place: Int, width: Int) {
    for byte in 0..<width { index[place + byte] = UInt8(truncatingIfNeeded: value >> (8 * (width - 1 - byte))) }
  }
}
