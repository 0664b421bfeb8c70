/// Counts how often each magnitude occurs, to find clipping at whatever level it happened.
struct AmplitudeHistogram {
  /// Steps of 1/1024 up to twice full scale, which lossy codecs reach with clipped sound.
  private static let binsPerUnit: Float = 1024
  private var bins = [Int](repeating: 0, count: 2048)
  private var total = 0

  mutating func add(_ samples: [Float]) {
    bins.withUnsafeMutableBufferPointer { bins in
      for index in samples.indices {
        let bin = Int(min(abs(samples[index]) * Self.binsPerUnit, 2047))
        bins[bin] += 1
      }
    }
    total += samples.count
  }

  /// The share of samples above 0.85 of the top, where the top is what one sample in 10 000 exceeds, at most
  /// full scale. Natural sound rarely gets there; clipped sound stays there.
  var shareNearTop: Double {
    var above = 0
    var top = bins.count - 1
    while top > 0, above + bins[top] <= total / 10_000 {
      above += bins[top]
      top -= 1
    }
    let threshold = Int(0.85 * min(Float(top), Self.binsPerUnit))
    return Double(bins[(threshold + 1)...].reduce(0, +)) / Double(max(total, 1))
  }
}
