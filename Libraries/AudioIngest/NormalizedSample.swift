import Schemas

/// A recording ready to be stored, sent to a provider, and compared with others.
package struct NormalizedSample: Sendable, Equatable {
  /// MP3, mono 44.1 kHz 128 kbit/s; belongs to the caller.
  package var path: String
  /// Size of that file.
  package var byteCount: Int
  /// SHA-256 of the normalised PCM (16-bit little-endian mono 44.1 kHz), in lower-case hex. The same recording
  /// in two lossless formats has one hash; later corrections for the encoder do not enter it.
  package var hash: String
  /// Samples in that PCM.
  package var pcmSampleCount: Int
  /// Length as recorded, in seconds, before anything was taken away.
  package var durationSeconds: Double
  /// Seconds of silence that were taken away at the ends and out of long pauses.
  package var trimmedSeconds: Double
  /// Integrated loudness in LUFS and true peak in dBTP, measured on the encoded file.
  package var loudnessLUFS: Double
  package var truePeakDBTP: Double
  /// How the speaker sounds; `nil` where too little is voiced to tell.
  package var profile: VoiceProfile?
  /// What the recording came as.
  package var container: AudioContainer

  /// Whether the recording came in another format than the sample's.
  package var transcoded: Bool { container != .mp3 }
}
