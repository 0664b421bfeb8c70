/// Estimates peaks between samples with the four-phase interpolator of ITU-R BS.1770-4, annex 2.
///
/// Runs the interpolator only where a block comes near the limit; elsewhere the highest sample is the answer.
struct TruePeakEstimator {
  private static let tapCount = 12
  /// A peak between samples is hardly ever more than 4 dB above the highest sample.
  private static let nearness: Float = 0.63

  /// The last samples of the block before, then the current block.
  private var window: [Float]

  init() {
    window = [Float](repeating: 0, count: Self.tapCount - 1 + PeakLimiter.blockLength)
  }

  /// The highest magnitude of a block of ``PeakLimiter/blockLength`` samples.
  mutating func peak(of block: UnsafeBufferPointer<Float>, over ceiling: Float) -> Float {
    remember(block)
    let highest = Self.highestSample(block)
    return highest < ceiling * Self.nearness ? highest : max(highest, interpolatedPeak())
  }

  private mutating func remember(_ block: UnsafeBufferPointer<Float>) {
    let kept = Self.tapCount - 1
    window.withUnsafeMutableBufferPointer { samples in
      for index in 0..<kept { samples[index] = samples[block.count + index] }
      for index in 0..<block.count { samples[kept + index] = block[index] }
    }
  }

  private static func highestSample(_ block: UnsafeBufferPointer<Float>) -> Float {
    let bytes = UnsafeRawBufferPointer(block)
    var highest = SIMD8<Float>.zero
    for offset in stride(from: 0, to: bytes.count, by: MemoryLayout<SIMD8<Float>>.stride) {
      let lanes = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
      highest = pointwiseMax(highest, pointwiseMax(lanes, -lanes))
    }
    return highest.max()
  }

  private func interpolatedPeak() -> Float {
    var highest = SIMD4<Float>.zero
    window.withUnsafeBufferPointer { samples in
      Self.phases.withUnsafeBufferPointer { phases in
        for start in 0..<PeakLimiter.blockLength {
          var sum = SIMD4<Float>.zero
          for tap in 0..<Self.tapCount { sum += phases[tap] * samples[start + Self.tapCount - 1 - tap] }
          highest = pointwiseMax(highest, pointwiseMax(sum, -sum))
        }
      }
    }
    return highest.max()
  }

  /// Per tap the coefficients of the four phases, as the recommendation prints them.
  private static let phases: [SIMD4<Float>] = [
    [0.0017089843750, -0.0291748046875, -0.0189208984375, -0.0083007812500],
    [0.0109863281250, 0.0292968750000, 0.0330810546875, 0.0148925781250],
    [-0.0196533203125, -0.0517578125000, -0.0582275390625, -0.0266113281250],
    [0.0332031250000, 0.0891113281250, 0.1015625000000, 0.0476074218750],
    [-0.0594482421875, -0.1665039062500, -0.2003173828125, -0.1022949218750],
    [0.1373291015625, 0.4650878906250, 0.7797851562500, 0.9721679687500],
    [0.9721679687500, 0.7797851562500, 0.4650878906250, 0.1373291015625],
    [-0.1022949218750, -0.2003173828125, -0.1665039062500, -0.0594482421875],
    [0.0476074218750, 0.1015625000000, 0.0891113281250, 0.0332031250000],
    [-0.0266113281250, -0.0582275390625, -0.0517578125000, -0.0196533203125],
    [0.0148925781250, 0.0330810546875, 0.0292968750000, 0.0109863281250],
    [-0.0083007812500, -0.0189208984375, -0.0291748046875, 0.0017089843750],
  ]
}
