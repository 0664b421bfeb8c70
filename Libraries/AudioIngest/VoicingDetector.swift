/// Decides for every 20 ms whether the sound repeats itself at the pitch of a human voice.
///
/// Normalised autocorrelation of 40 ms windows, on the sound averaged down to 5.5 kHz.
struct VoicingDetector {
  private static let decimation = 8
  /// In samples at 5.5 kHz: 40 ms window, lags of 85 (65 Hz) to 14 (400 Hz).
  private static let window = 220
  private static let lags = 14...85
  private static let similarity: Float = 0.7

  private var pending: [Float] = []
  private(set) var voiced: [Bool] = []

  mutating func add(_ frame: UnsafeBufferPointer<Float>) {
    for start in stride(from: 0, through: frame.count - Self.decimation, by: Self.decimation) {
      var sum: Float = 0
      for index in start..<start + Self.decimation { sum += frame[index] }
      pending.append(sum)
    }
    let hop = frame.count / Self.decimation
    while pending.count >= Self.window + Self.lags.upperBound {
      voiced.append(pending.withUnsafeBufferPointer(Self.isPeriodic))
      pending.removeFirst(hop)
    }
  }

  private static func isPeriodic(_ samples: UnsafeBufferPointer<Float>) -> Bool {
    let own = energy(samples, at: 0)
    var shifted = energy(samples, at: lags.lowerBound)
    for lag in lags {
      let product = correlation(samples, lag: lag)
      if product > 0, product * product >= similarity * similarity * own * shifted, own > 0 { return true }
      shifted += samples[lag + window] * samples[lag + window] - samples[lag] * samples[lag]
    }
    return false
  }

  private static func energy(_ samples: UnsafeBufferPointer<Float>, at start: Int) -> Float {
    var sum: Float = 0
    for index in start..<start + window { sum += samples[index] * samples[index] }
    return sum
  }

  private static func correlation(_ samples: UnsafeBufferPointer<Float>, lag: Int) -> Float {
    var sum: Float = 0
    for index in 0..<window { sum += samples[index] * samples[index + lag] }
    return sum
  }
}
