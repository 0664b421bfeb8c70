import AudioCodecs
import AudioLoudness
import Foundation

/// A room's sound that can be played round and round without a seam. Mono, 44.1 kHz, ``loudness``.
package struct BackgroundLoop: Sendable {
  /// Integrated loudness in LUFS of every background at volume 1. With a voice at −20 LUFS the room is then
  /// 8 LU below it, and 24 LU at the default volume of 0.3 (see ``RoomSettings/gain``).
  package static let loudness = -28.0

  /// How long the end fades into the beginning, in seconds; shorter for very short recordings.
  static let seamSeconds = 0.5

  package let samples: [Float]

  /// - Parameter recording: mono at 44.1 kHz, at least a second long and not silent.
  /// - Throws: `malformed` for a recording that is neither.
  package init(recording: [Float]) throws(AudioCodecError) {
    guard recording.count >= NoteFormat.sampleRate else { throw AudioCodecError(.malformed, "shorter than a second") }
    let loop = Self.closingSeam(recording)
    let meter = LoudnessMeter(sampleRate: NoteFormat.sampleRate)
    meter.add(loop)
    guard meter.integratedLUFS.isFinite else { throw AudioCodecError(.malformed, "the recording is silent") }
    let gain = Float(Decibels.amplitude(ofLevel: Self.loudness - meter.integratedLUFS))
    samples = loop.map { $0 * gain }
  }

  /// The recording without its last part, which is laid over the first with equal power instead: two
  /// stretches of noise are uncorrelated, so equal power keeps the level through the seam.
  static func closingSeam(_ recording: [Float]) -> [Float] {
    let seam = min(Int(seamSeconds * Double(NoteFormat.sampleRate)), recording.count / 4)
    var loop = Array(recording.dropLast(seam))
    let end = recording.count - seam
    for index in 0..<seam {
      let angle = Double(index) / Double(seam) * .pi / 2
      loop[index] = recording[index] * Float(sin(angle)) + recording[end + index] * Float(cos(angle))
    }
    return loop
  }
}
