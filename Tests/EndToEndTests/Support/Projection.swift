import Foundation

/// Where a known sound stands in a mixture, and how loud it is there.
struct Projection: CustomStringConvertible {
  /// From the mixture's beginning.
  var seconds: Double
  /// The known sound's level in the mixture over its own.
  var decibels: Double

  /// `nil` when the mixture is shorter than the sound.
  init?(of sound: [Float], in mixture: [Float]) {
    let window = sound.count / 4..<sound.count / 4 * 3
    let energy = sound[window].reduce(0.0) { $0 + Double($1) * Double($1) }
    guard mixture.count >= sound.count, energy > 0 else { return nil }
    let gains = (0...mixture.count - sound.count).map { shift in
      var sum: Float = 0
      for index in stride(from: window.lowerBound, to: window.upperBound, by: 4) {
        sum += sound[index] * mixture[index + shift]
      }
      return sum
    }
    guard let best = gains.indices.max(by: { gains[$0] < gains[$1] }) else { return nil }
    let projected = window.reduce(0.0) { $0 + Double(sound[$1]) * Double(mixture[$1 + best]) }
    seconds = Double(best) / Listening.rate
    decibels = 20 * log10(max(projected, 1e-12) / energy)
  }

  var description: String { "\(decibels) dB at \(seconds) s" }
}
