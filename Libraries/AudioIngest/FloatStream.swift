/// Turns chunks of 32-bit float PCM, cut anywhere, into samples. Not-a-numbers become silence.
struct FloatStream {
  private var held: [UInt8] = []

  mutating func decode(_ bytes: [UInt8]) -> [Float] {
    let whole = held.isEmpty ? bytes : held + bytes
    let count = whole.count / MemoryLayout<Float>.stride
    held = Array(whole.dropFirst(count * MemoryLayout<Float>.stride))
    return [Float](unsafeUninitializedCapacity: count) { output, written in
      whole.withUnsafeBytes { input in
        for index in 0..<count {
          let sample = input.loadUnaligned(fromByteOffset: index * MemoryLayout<Float>.stride, as: Float.self)
          output[index] = sample.isFinite ? sample : 0
        }
      }
      written = count
    }
  }
}
