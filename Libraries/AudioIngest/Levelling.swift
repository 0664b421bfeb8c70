import AudioCodecs
import AudioLoudness
import AudioMixing

/// A gain and a ceiling, and how to correct them after a measurement.
struct Levelling: Equatable {
  /// In dB.
  var gain: Double
  /// Of the limiter, in dBTP.
  var ceiling: Double

  /// The recording at this level, chunk by chunk.
  func render(
    _ recording: EditedRecording, into body: ([Float]) throws(IngestError) -> Void
  ) throws(IngestError) {
    let factor = Float(Decibels.amplitude(ofLevel: gain))
    var limiter = PeakLimiter(ceiling: ceiling)
    try recording.forEachChunk { samples throws(IngestError) in
      try body(limiter.process(samples.map { $0 * factor }))
    }
    try body(limiter.finish())
  }

  /// The next attempt: louder or softer by what is missing, the ceiling lower by what is too much.
  mutating func correct(_ measured: Loudness, limits: IngestLimits) {
    gain += limits.loudness - measured.integrated
    ceiling -= max(0, measured.truePeak - limits.truePeak + 0.1)
  }
}

/// A measurement in LUFS and dBTP.
struct Loudness: Equatable {
  var integrated: Double
  var truePeak: Double

  init(_ meter: LoudnessMeter) {
    integrated = meter.integratedLUFS
    truePeak = meter.truePeakDBTP
  }

  func meets(_ limits: IngestLimits, within tolerance: Double) -> Bool {
    abs(integrated - limits.loudness) <= tolerance && truePeak <= limits.truePeak
  }
}
