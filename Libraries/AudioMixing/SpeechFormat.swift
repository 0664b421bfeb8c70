/// What a provider's speech is made of.
package enum SpeechFormat: Sendable, Equatable {
  /// MPEG layer III at any rate.
  case mp3
  /// Signed 16-bit little-endian mono; the rate in Hz.
  case pcm16(sampleRate: Int)
}
