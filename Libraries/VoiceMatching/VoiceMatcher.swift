import Foundation
import Schemas

/// Moves one voice towards another in pitch and tone. It stays another voice.
package struct VoiceMatcher {
  /// In Hz; nobody is spoken for lower or higher.
  private static let pitches = 65.0...450.0
  private static let ratios = 0.4...2.5
  private static let highestPeak: Float = 0.9

  private let ratio: Double
  private var filter: ToneFilter
  private let gain: Float

  /// - Parameters:
  ///   - target: whom to sound like.
  ///   - voice: some seconds of the voice to be changed, mono at ``VoiceRate``; longer is better.
  /// - Returns: `nil` where that is too little to know the voice, or the target is no profile.
  package init?(target: VoiceProfile, voice: [Float]) {
    guard target.spectrum.count == VoiceProfile.bandCount, let own = Self.profile(of: voice) else { return nil }
    let wanted = min(max(target.medianPitch, Self.pitches.lowerBound), Self.pitches.upperBound)
    ratio = min(max(wanted / own.medianPitch, Self.ratios.lowerBound), Self.ratios.upperBound)
    let shifted = PitchShifter.shift(voice, by: ratio)
    let tone = Self.profile(of: shifted)?.spectrum ?? own.spectrum
    filter = ToneFilter(changes: zip(target.spectrum, tone).map { $0 - $1 })
    var trial = filter
    gain = Self.gain(for: trial.process(shifted), like: voice)
  }

  /// The next phrase, as long as it was and late by 6 ms.
  package mutating func process(_ phrase: [Float]) -> [Float] {
    filter.process(PitchShifter.shift(phrase, by: ratio)).map { $0 * gain }
  }

  /// What is still on its way.
  package mutating func finish() -> [Float] {
    filter.process([Float](repeating: 0, count: ToneFilter.delay)).map { $0 * gain }
  }

  private static func profile(of samples: [Float]) -> VoiceProfile? {
    var profiler = VoiceProfiler()
    profiler.add(samples)
    return profiler.profile
  }

  /// As loud as before, as far as there is room.
  private static func gain(for changed: [Float], like voice: [Float]) -> Float {
    let peak = changed.reduce(0) { max($0, abs($1)) }
    return min(level(voice) / max(level(changed), 1e-6), highestPeak / max(peak, 1e-6))
  }

  private static func level(_ samples: [Float]) -> Float {
    (samples.reduce(0) { $0 + $1 * $1 } / Float(max(samples.count, 1))).squareRoot()
  }
}
