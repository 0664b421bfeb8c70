/// How long the providers take when nothing goes wrong.
package struct Latency: Sendable, Codable, Equatable {
  /// Until a text model answers.
  package var textMs: Int
  /// Until the first byte of speech.
  package var speechFirstByteMs: Int
  /// Added over the whole of a speech answer, per character of text.
  package var speechPerCharacterMicroseconds: Int
  package var cloneMs: Int
  package var metadataMs: Int

  package init(
    textMs: Int = 0, speechFirstByteMs: Int = 0, speechPerCharacterMicroseconds: Int = 0, cloneMs: Int = 0,
    metadataMs: Int = 0
  ) {
    self.textMs = textMs
    self.speechFirstByteMs = speechFirstByteMs
    self.speechPerCharacterMicroseconds = speechPerCharacterMicroseconds
    self.cloneMs = cloneMs
    self.metadataMs = metadataMs
  }

  package static let zero = Latency()
  /// About what was measured in 2026: 3.5 Flash-Lite with minimal thinking, Flash v2.5 streamed.
  package static let realistic = Latency(
    textMs: 600, speechFirstByteMs: 250, speechPerCharacterMicroseconds: 1_650, cloneMs: 1_500, metadataMs: 80)

  func firstByte(of endpoint: Endpoint) -> Duration {
    switch endpoint {
    case .generate, .generateStream, .chat: .milliseconds(textMs)
    case .speech, .speechStream, .stockSpeech: .milliseconds(speechFirstByteMs)
    case .voicesAdd: .milliseconds(cloneMs)
    default: .milliseconds(metadataMs)
    }
  }

  /// From the first byte of speech to its last.
  package func rest(characters: Int) -> Duration { .microseconds(speechPerCharacterMicroseconds * characters) }
}
