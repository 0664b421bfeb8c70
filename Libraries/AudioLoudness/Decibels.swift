import Foundation

/// Amplitude ratios and levels: 20 dB are a factor of ten.
package enum Decibels {
  /// The factor for a level in dB.
  package static func amplitude(ofLevel decibels: Double) -> Double { pow(10, decibels / 20) }

  /// The level in dB of a factor above zero.
  package static func level(ofAmplitude amplitude: Double) -> Double { 20 * log10(amplitude) }
}
