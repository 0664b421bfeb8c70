import Foundation
import Schemas

/// Measures a voice while it comes in: median pitch and long-term spectrum of the loud parts.
package struct VoiceProfiler {
  /// Samples from one measurement to the next (20 ms).
  private static let hop = VoiceRate.hertz / 50
  /// How far below the loudest a frame may be to count, in dB.
  private static let loudRange: Float = 20
  private static let fewestVoicedFrames = 10

  private struct Frame {
    var level: Float
    var pitch: Double?
    var energies: [Float]
  }

  private let spectrum = PowerSpectrum()
  private let bands = MelBands()
  private let tracker = PitchTracker()
  private var pending: [Float] = []
  private var frames: [Frame] = []

  package init() {}

  /// - Parameter samples: mono at ``VoiceRate``.
  package mutating func add(_ samples: [Float]) {
    pending += samples
    var offset = 0
    pending.withUnsafeBufferPointer { pending in
      guard let start = pending.baseAddress else { return }
      while offset + PitchTracker.span <= pending.count {
        frames.append(frame(start + offset))
        offset += Self.hop
      }
    }
    pending.removeFirst(offset)
  }

  /// The voice so far; `nil` without enough voiced sound.
  package var profile: VoiceProfile? {
    let loud = loudFrames
    let pitches = loud.compactMap(\.pitch).sorted()
    guard pitches.count >= Self.fewestVoicedFrames else { return nil }
    return VoiceProfile(medianPitch: pitches[pitches.count / 2], spectrum: Self.spectrum(of: loud))
  }

  private func frame(_ samples: UnsafePointer<Float>) -> Frame {
    let energies = bands.energies(spectrum.power(samples))
    let level = 10 * log10(max(energies.reduce(0, +), 1e-12))
    return Frame(level: level, pitch: tracker.pitch(samples), energies: energies)
  }

  private var loudFrames: [Frame] {
    let levels = frames.map(\.level).sorted()
    guard !levels.isEmpty else { return [] }
    let threshold = levels[levels.count - 1 - levels.count / 20] - Self.loudRange
    return frames.filter { $0.level >= threshold }
  }

  private static func spectrum(of frames: [Frame]) -> [Double] {
    let levels = (0..<VoiceProfile.bandCount).map { band in
      10 * log10(max(frames.reduce(0.0) { $0 + Double($1.energies[band]) } / Double(frames.count), 1e-12))
    }
    let mean = levels.reduce(0, +) / Double(levels.count)
    return levels.map { $0 - mean }
  }
}
