internal import CEbur128

/// Measures the loudness of a mono stream after ITU-R BS.1770-4 (EBU R 128), in constant memory.
///
/// Owns one libebur128 state and frees it. Not safe to share between tasks at the same time.
package final class LoudnessMeter {
  private var state: UnsafeMutablePointer<ebur128_state>?

  /// - Parameter sampleRate: in Hz, 16…2 822 400.
  package init(sampleRate: Int) {
    // The histogram bounds the memory; it moves the result by less than 0.1 LU.
    let modes = EBUR128_MODE_I.rawValue | EBUR128_MODE_TRUE_PEAK.rawValue | EBUR128_MODE_HISTOGRAM.rawValue
    state = ebur128_init(1, UInt(sampleRate), Int32(modes))
  }

  deinit {
    ebur128_destroy(&state)
  }

  /// - Parameter samples: mono, full scale ±1.
  package func add(_ samples: [Float]) {
    guard let state else { return }
    ebur128_add_frames_float(state, samples, samples.count)
  }

  /// Integrated loudness in LUFS, −∞ for silence or less than 0.4 s.
  package var integratedLUFS: Double {
    var loudness = -Double.infinity
    guard let state, ebur128_loudness_global(state, &loudness) == 0 else { return -.infinity }
    return loudness
  }

  /// The highest peak between samples in dBTP, −∞ for silence.
  package var truePeakDBTP: Double {
    var peak = 0.0
    guard let state, ebur128_true_peak(state, 0, &peak) == 0, peak > 0 else { return -.infinity }
    return Decibels.level(ofAmplitude: peak)
  }
}
