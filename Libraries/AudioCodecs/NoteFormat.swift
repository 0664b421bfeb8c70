/// The one format in which notes and samples leave this system: MPEG-1 layer III, mono, constant bitrate.
///
/// Between codecs audio is always `[Float]`: mono, full scale ±1, at the rate that the passing type names.
package enum NoteFormat {
  /// Samples per second, in Hz.
  package static let sampleRate = 44_100
  /// Kilobits per second.
  package static let kilobits = 128
}
