import AudioCodecs

/// Synthetic room noise: white noise whose level falls by 6 dB per octave above 40 Hz. The same for every run.
enum BrownNoise {
  static let seconds = 12
  /// Where the spectrum begins to fall, as the pole of a leaky integrator at 44.1 kHz (40 Hz).
  private static let leak: Float = 0.9943

  static func samples() -> [Float] {
    var generator = SplitMix64(state: 0x5EED)
    var level: Float = 0
    return (0..<seconds * NoteFormat.sampleRate).map { _ in
      level = level * leak + generator.nextSample() * 0.02
      return level
    }
  }
}

/// Steele's generator: small, fast, and the same on every machine. Not for secrets.
private struct SplitMix64 {
  var state: UInt64

  /// Uniform in −1..<1.
  mutating func nextSample() -> Float {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Float(Int32(truncatingIfNeeded: mixed >> 32)) * (1 / 2_147_483_648)
  }
}
