/// Signed 16-bit little-endian samples.
package enum PCM16 {
  /// `bytes` as samples in −1…1; an odd last byte is ignored.
  package static func samples(_ bytes: [UInt8]) -> [Float] {
    let count = bytes.count / 2
    return [Float](unsafeUninitializedCapacity: count) { output, written in
      bytes.withUnsafeBytes { input in
        for index in 0..<count {
          let value = Int16(littleEndian: input.loadUnaligned(fromByteOffset: 2 * index, as: Int16.self))
          output[index] = Float(value) * (1 / 32_768)
        }
      }
      written = count
    }
  }

  /// `samples` rounded to the nearest step; beyond ±1 they are clipped.
  package static func bytes(_ samples: [Float]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 2 * samples.count) { output, written in
      let raw = UnsafeMutableRawBufferPointer(output)
      for index in samples.indices {
        let scaled = min(max((samples[index] * 32_768).rounded(), -32_768), 32_767)
        raw.storeBytes(of: Int16(scaled).littleEndian, toByteOffset: 2 * index, as: Int16.self)
      }
      written = 2 * samples.count
    }
  }
}
