/// How a person's voice sounds, as far as an engine without clones can follow it: how high, and how bright.
package struct VoiceProfile: Sendable, Codable, Equatable {
  /// Number of mel bands between 80 and 7600 Hz.
  package static let bandCount = 28

  /// Median fundamental frequency in Hz.
  package var medianPitch: Double
  /// Level of the loud parts per band, in dB around their mean; ``bandCount`` values.
  package var spectrum: [Double]

  package init(medianPitch: Double, spectrum: [Double]) {
    self.medianPitch = medianPitch
    self.spectrum = spectrum
  }

  package enum CodingKeys: String, CodingKey {
    case medianPitch = "median_pitch_hz"
    case spectrum = "spectrum_db"
  }
}
