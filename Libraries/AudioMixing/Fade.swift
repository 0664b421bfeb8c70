import Foundation

/// Raised-cosine fades: no corner at either end.
enum Fade {
  /// Raises the first `count` samples from nothing.
  static func comeIn(_ samples: inout [Float], over count: Int) {
    for index in 0..<min(count, samples.count) { samples[index] *= gain(index, of: count) }
  }

  /// Lowers the last `count` samples to nothing.
  static func goOut(_ samples: inout [Float], over count: Int) {
    let last = samples.count - 1
    for index in 0..<min(count, samples.count) { samples[last - index] *= gain(index, of: count) }
  }

  private static func gain(_ index: Int, of count: Int) -> Float {
    Float((1 - cos(Double(index) / Double(count) * .pi)) / 2)
  }
}
