import AudioLoudness

/// Where a recording's levels (dBFS of 20 ms frames) lie.
struct LevelStatistics {
  /// What the quietest twentieth stays under, and the loudest twentieth exceeds.
  let floor: Double
  let top: Double

  init(_ levels: [Double]) {
    let sorted = levels.sorted()
    floor = sorted.isEmpty ? -120 : sorted[sorted.count / 20]
    top = sorted.isEmpty ? -120 : sorted[sorted.count - 1 - sorted.count / 20]
  }

  /// Frames above this carry the bulk of the sound.
  var loudThreshold: Double { max(top - 20, -60) }

  /// Frames above this are more than background: 35 dB under the top, in noisy rooms nearer, but never so near
  /// that soft consonants are lost.
  var activeThreshold: Double { max(top - 35, min(floor + 8, top - 15)) }

  /// Median over whole seconds of the relative deviation of the amplitude.
  static func medianVariation(_ levels: [Double]) -> Double {
    let amplitudes = levels.map { Decibels.amplitude(ofLevel: $0) }
    let seconds = stride(from: 0, through: amplitudes.count - 50, by: 50).map { amplitudes[$0..<$0 + 50] }
    let variations = seconds.map(relativeDeviation).sorted()
    return variations.isEmpty ? 0 : variations[variations.count / 2]
  }

  private static func relativeDeviation(_ values: ArraySlice<Double>) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    return variance.squareRoot() / max(mean, 1e-9)
  }
}
