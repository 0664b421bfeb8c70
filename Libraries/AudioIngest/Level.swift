import AudioLoudness

/// Levels of short stretches.
enum Level {
  /// In dBFS, −120 for digital silence.
  static func rms(_ samples: UnsafeBufferPointer<Float>) -> Double {
    var energy: Float = 0
    for index in 0..<samples.count { energy += samples[index] * samples[index] }
    let mean = Double(energy) / Double(samples.count)
    return max(-120, Decibels.level(ofAmplitude: mean.squareRoot()))
  }
}
