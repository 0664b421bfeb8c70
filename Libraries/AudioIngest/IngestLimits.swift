/// What a recording must be to become a sample.
package struct IngestLimits: Sendable, Equatable {
  /// Length as recorded, in seconds.
  package var duration: ClosedRange<Double> = 30...60
  /// Seconds by which a recording may be longer or shorter: codecs pad both ends, some containers do not say by how
  /// much, and resampling rounds.
  package var durationTolerance = 0.15
  /// What passes, in seconds.
  var accepted: ClosedRange<Double> {
    duration.lowerBound - durationTolerance...duration.upperBound + durationTolerance
  }
  /// Seconds that must be left after silence was taken away.
  package var minimumRemainingSeconds: Double { duration.lowerBound / 3 }
  /// Whether noise, tones and music are refused.
  package var requiresSpeech = true
  /// Below this level of its loudest parts (RMS of 20 ms, dBFS) a recording is silent.
  package var silenceLevel = -55.0
  /// Share of samples at the top of the amplitude range above which a recording is clipped. Clean speech has
  /// up to 0.13 %, speech driven 12 dB into clipping 0.6 % and more.
  package var clippedShare = 0.005
  /// Longest pause that is kept, in seconds.
  package var pauseSeconds = 0.8
  /// Integrated loudness of the result in LUFS, and by how much the encoded file may miss it.
  package var loudness = -20.0
  package var loudnessTolerance = 0.4
  /// Highest true peak of the encoded file, in dBTP.
  package var truePeak = -3.0
  /// Wall-clock bound for decoding.
  package var decodingTime: Duration = .seconds(30)

  package init() {}
}
