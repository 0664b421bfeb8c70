import AudioLoudness

/// Keeps peaks, also those between samples, under a ceiling by looking ahead; below it nothing changes.
///
/// Works on blocks of 128 samples (2.9 ms): the gain moves in a straight line across each block, from and to
/// values that are low enough for both neighbours, and recovers with a time constant of 80 ms. Everything
/// comes out one block late; ``finish()`` gives the rest, so that as many samples leave as came in.
package struct PeakLimiter {
  static let blockLength = 128
  private static let recoveryPerBlock: Float = 0.036

  private let ceiling: Float
  private var truePeak = TruePeakEstimator()
  private var pending: [Float] = []
  /// The highest gain that the first block of `pending` allows, once that is known.
  private var allowed: Float?
  private var gain: Float = 1

  /// - Parameter ceiling: in dBTP, below 0.
  package init(ceiling decibels: Double) {
    ceiling = Float(Decibels.amplitude(ofLevel: decibels))
  }

  /// The samples whose gain is final.
  package mutating func process(_ samples: [Float]) -> [Float] {
    pending += samples
    var offset = 0
    while pending.count - offset >= 2 * Self.blockLength {
      limitBlock(at: offset)
      offset += Self.blockLength
    }
    defer { pending.removeFirst(offset) }
    return Array(pending.prefix(offset))
  }

  /// The last samples, at most two blocks.
  package mutating func finish() -> [Float] {
    let count = pending.count
    let rest = process([Float](repeating: 0, count: 3 * Self.blockLength))
    pending = []
    return Array(rest.prefix(count))
  }

  private mutating func limitBlock(at offset: Int) {
    let here = allowed ?? allowedGain(at: offset)
    let next = allowedGain(at: offset + Self.blockLength)
    allowed = next
    let target = min(here, next, gain + (1 - gain) * Self.recoveryPerBlock)
    let settled = target > 0.9999 ? min(here, next, 1) : target
    if gain != 1 || settled != 1 { applyRamp(from: min(gain, here), to: settled, at: offset) }
    gain = settled
  }

  private mutating func allowedGain(at offset: Int) -> Float {
    let peak = pending.withUnsafeBufferPointer { samples in
      truePeak.peak(of: UnsafeBufferPointer(rebasing: samples[offset..<offset + Self.blockLength]), over: ceiling)
    }
    return peak > ceiling ? ceiling / peak : 1
  }

  private mutating func applyRamp(from start: Float, to end: Float, at offset: Int) {
    let step = (end - start) / Float(Self.blockLength)
    pending.withUnsafeMutableBufferPointer { samples in
      for index in 0..<Self.blockLength { samples[offset + index] *= start + step * Float(index + 1) }
    }
  }
}
