import Foundation
import Schemas

/// Makes a voice brighter or darker, band by band (linear-phase FIR filter, 6 ms delay).
struct ToneFilter {
  /// Strongest change of a band in dB.
  static let range = -10.0...10.0
  static let delay = 127
  private static let tapCount = 2 * delay + 1
  private static let grid = 512

  private let taps: [Float]
  private var history = [Float](repeating: 0, count: tapCount - 1)

  /// - Parameter changes: dB per mel band; beyond ``range`` they are cut.
  init(changes: [Double]) {
    let bounded = changes.map { min(max($0, Self.range.lowerBound), Self.range.upperBound) }
    let amplitudes = (0...Self.grid / 2).map { bin in
      let frequency = Double(bin) * Double(VoiceRate.hertz) / Double(Self.grid)
      return pow(10, MelBands.interpolate(bounded, at: frequency) / 20)
    }
    taps = (0..<Self.tapCount).map { Float(Self.tap($0 - Self.delay, amplitudes)) }
  }

  /// As many samples as come in, late by ``delay``.
  mutating func process(_ samples: [Float]) -> [Float] {
    let line = history + samples
    history = Array(line.suffix(Self.tapCount - 1))
    return line.withUnsafeBufferPointer { line in
      samples.indices.map { index in
        line.baseAddress.map { DotProduct.of($0 + index, taps, count: Self.tapCount) } ?? 0
      }
    }
  }

  private static func tap(_ offset: Int, _ amplitudes: [Double]) -> Double {
    let last = amplitudes.count - 1
    var sum = amplitudes[0] + amplitudes[last] * cos(Double.pi * Double(offset))
    for bin in 1..<last { sum += 2 * amplitudes[bin] * cos(2 * Double.pi * Double(bin * offset) / Double(grid)) }
    let window = 0.5 + 0.5 * cos(Double.pi * Double(offset) / Double(delay + 1))
    return sum / Double(grid) * window
  }
}
