import Foundation

/// A gzip member without compression: valid for every decoder, and enough to show that a client can decode one.
enum StoredGzip {
  static func encode(_ data: Data) -> Data {
    var output = Data([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
    let blocks = data.isEmpty ? [Data()] : data.split(every: 65_535)
    for (index, block) in blocks.enumerated() {
      output.append(index == blocks.count - 1 ? 1 : 0)
      output.appendLittleEndian(UInt16(block.count))
      output.appendLittleEndian(~UInt16(block.count))
      output.append(block)
    }
    output.appendLittleEndian(checksum(data))
    output.appendLittleEndian(UInt32(truncatingIfNeeded: data.count))
    return output
  }

  private static func checksum(_ data: Data) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in data {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xedb8_8320 : sum >> 1 }
    }
    return ~sum
  }
}

extension Data {
  fileprivate mutating func appendLittleEndian(_ value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
