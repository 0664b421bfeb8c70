/// Why a recording did not become a sample. All but ``unavailable(_:)`` are the recording's own fault.
package enum IngestError: Error, Sendable, Equatable {
  /// With its length as recorded, in seconds.
  case tooShort(seconds: Double)
  /// Decoding stops at the limit, so the full length is not known.
  case tooLong
  /// No sound, or too little once pauses are taken away.
  case silent
  case clipped
  /// Noise, tones or music.
  case notSpeech
  /// A known container that cannot be decoded, or not without holes: damaged, or hostile.
  case unreadable
  /// None of the containers in ``AudioContainer``.
  case unsupported
  /// Ours to fix: no decoder installed, no space left. For logs.
  case unavailable(String)
}
