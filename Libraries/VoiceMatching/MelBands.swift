import Foundation
import Schemas

/// 28 overlapping bands from 80 to 7600 Hz, evenly spaced as people hear pitch.
struct MelBands {
  private static let lowest = mel(80)
  private static let step = (mel(7600) - lowest) / Double(VoiceProfile.bandCount + 1)

  /// The spectrum's bins in each band and what each counts.
  private let bands: [(first: Int, weights: [Float])]

  init() {
    bands = (0..<VoiceProfile.bandCount).map(Self.band)
  }

  /// Energy per band.
  func energies(_ power: [Float]) -> [Float] {
    bands.map { band in
      band.weights.indices.reduce(0) { $0 + power[band.first + $1] * band.weights[$1] }
    }
  }

  /// `values`, one per band, at a frequency in Hz: between the bands' centres in a straight line, outside held.
  static func interpolate(_ values: [Double], at frequency: Double) -> Double {
    let place = min(max((mel(frequency) - lowest) / step - 1, 0), Double(values.count - 1))
    let (left, share) = (Int(place), place - place.rounded(.down))
    return values[left] * (1 - share) + values[min(left + 1, values.count - 1)] * share
  }

  private static func band(_ index: Int) -> (first: Int, weights: [Float]) {
    let width = Double(VoiceRate.hertz) / Double(PowerSpectrum.length)
    let weights = (0..<PowerSpectrum.binCount).map { bin in
      Float(max(0, 1 - abs((mel(Double(bin) * width) - lowest) / step - Double(index + 1))))
    }
    let first = weights.firstIndex { $0 > 0 } ?? 0
    return (first, Array(weights[first...].prefix { $0 > 0 }))
  }

  private static func mel(_ frequency: Double) -> Double { 2595 * log10(1 + frequency / 700) }
}
