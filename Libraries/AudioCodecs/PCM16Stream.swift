/// Turns chunks of 16-bit little-endian PCM, cut anywhere, into samples.
package struct PCM16Stream {
  private var half: UInt8?

  package init() {}

  /// The samples that `bytes` complete, in −1…1.
  package mutating func decode(_ bytes: [UInt8]) -> [Float] {
    let whole = half.map { [$0] + bytes } ?? bytes
    half = whole.count % 2 == 1 ? whole.last : nil
    return PCM16.samples(whole)
  }

  /// Whether the bytes so far end between two samples.
  package var endsWithWholeSample: Bool { half == nil }
}
