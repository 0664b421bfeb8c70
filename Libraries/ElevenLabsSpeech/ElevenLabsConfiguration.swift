/// Access to one ElevenLabs account.
package struct ElevenLabsConfiguration: Sendable {
  /// Sent as `xi-api-key`; never logged.
  package var apiKey: String
  /// Scheme and host, without a path's trailing slash; `https://api.elevenlabs.io` is the provider's own.
  package var baseURL: String
  /// From the request to the first audio.
  package var speechFirstByteTimeout: Duration
  /// The whole of a clone: upload and answer.
  package var cloneTimeout: Duration

  package init(
    apiKey: String, baseURL: String = "https://api.elevenlabs.io", speechFirstByteTimeout: Duration = .seconds(8),
    cloneTimeout: Duration = .seconds(60)
  ) {
    self.apiKey = apiKey
    self.baseURL = String(baseURL.reversed().drop { $0 == "/" }.reversed())
    self.speechFirstByteTimeout = speechFirstByteTimeout
    self.cloneTimeout = cloneTimeout
  }
}
