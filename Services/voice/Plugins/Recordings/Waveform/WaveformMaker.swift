import AudioCodecs

/// Computes a waveform while an MP3 is read part by part.
struct WaveformMaker {
  /// 10 ms at 44.1 kHz.
  private static let windowSamples = 441

  private let decoder: MP3Decoder
  private var windows: [Float] = []
  private var peak: Float = 0
  private var filled = 0

  init() throws(AudioCodecError) {
    decoder = try MP3Decoder()
  }

  mutating func take(_ bytes: [UInt8]) throws(AudioCodecError) {
    for sample in try decoder.decode(bytes) {
      peak = max(peak, abs(sample))
      filled += 1
      if filled == Self.windowSamples { closeWindow() }
    }
  }

  mutating func finish() -> Waveform {
    if filled > 0 { closeWindow() }
    return Waveform(
      levels: Waveform.peaks(of: windows, stretches: Waveform.keptLevels).map { UInt8(min(1, $0) * 255) })
  }

  private mutating func closeWindow() {
    windows.append(peak)
    (peak, filled) = (0, 0)
  }
}
