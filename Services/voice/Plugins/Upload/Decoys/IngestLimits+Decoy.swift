import AudioIngest

extension IngestLimits {
  /// A decoy may be anything that can be heard: no speech is asked for and no pause is cut.
  static var decoy: IngestLimits {
    var limits = IngestLimits()
    limits.duration = 0.5...900
    limits.minimumRemainingSeconds = 0.3
    limits.clippedShare = 1
    limits.pauseSeconds = 900
    limits.requiresSpeech = false
    return limits
  }
}
