import Foundation

/// Finds the fundamental frequency of a short stretch of voice by normalised autocorrelation at 11 kHz.
struct PitchTracker {
  /// Samples that one estimate looks at, at ``VoiceRate``.
  static let span = 2 * (window + lags.upperBound + 1)

  /// At 11 kHz: 40 ms, and lags of 500 to 60 Hz.
  private static let window = 441
  private static let lags = 22...184
  private static let rate = Double(VoiceRate.hertz) / 2
  /// Least similarity of neighbouring periods in a voiced stretch.
  private static let voicedSimilarity: Float = 0.6
  /// What a doubled period has to be better by: a sound that repeats after one period repeats after two as well.
  private static let octaveCost: Float = 0.05

  private static let costs = (0...lags.upperBound + 1).map { octaveCost * Float(log2(Double(max($0, 1)))) }

  /// - Parameter samples: ``span`` of them.
  /// - Returns: Hz; `nil` for silence and voiceless sounds.
  func pitch(_ samples: UnsafePointer<Float>) -> Double? {
    let halved = (0..<Self.span / 2).map { samples[2 * $0] + samples[2 * $0 + 1] }
    let similarities = halved.withUnsafeBufferPointer { $0.baseAddress.map(Self.similarities) ?? [] }
    let best = Self.lags.dropFirst().dropLast().max { left, right in
      Self.score(similarities, left) < Self.score(similarities, right)
    }
    guard let best, similarities[best] >= Self.voicedSimilarity else { return nil }
    return Self.rate / (Double(best) + Self.refinement(similarities, best))
  }

  private static func score(_ similarities: [Float], _ lag: Int) -> Float { similarities[lag] - costs[lag] }

  private static func similarities(_ samples: UnsafePointer<Float>) -> [Float] {
    let own = DotProduct.of(samples, samples, count: window)
    var result = [Float](repeating: 0, count: lags.upperBound + 1)
    for lag in lags {
      let other = DotProduct.of(samples + lag, samples + lag, count: window)
      let scale = (own * other).squareRoot()
      if scale > 1e-6 { result[lag] = DotProduct.of(samples, samples + lag, count: window) / scale }
    }
    return result
  }

  /// Where between the samples the peak lies: −0.5…0.5.
  private static func refinement(_ values: [Float], _ peak: Int) -> Double {
    let (left, middle, right) = (values[peak - 1], values[peak], values[peak + 1])
    let curvature = left - 2 * middle + right
    return curvature < 0 ? Double(min(max(0.5 * (left - right) / curvature, -0.5), 0.5)) : 0
  }
}
