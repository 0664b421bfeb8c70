/// Access to a server that offers `/v1/audio/speech`.
package struct OpenAICompatibleConfiguration: Sendable {
  /// Sent as a bearer token; `nil` for servers that ask for none. Never logged.
  package var apiKey: String?
  /// Scheme, host and path prefix up to and without `/audio/speech`; `https://api.openai.com/v1` is OpenAI's own.
  package var baseURL: String
  /// From the request to the first audio, and the longest silence within it.
  package var firstByteTimeout: Duration

  package init(apiKey: String?, baseURL: String, firstByteTimeout: Duration = .seconds(8)) {
    self.apiKey = apiKey
    self.baseURL = String(baseURL.reversed().drop { $0 == "/" }.reversed())
    self.firstByteTimeout = firstByteTimeout
  }
}
