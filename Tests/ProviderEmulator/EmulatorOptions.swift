/// How an emulator starts.
package struct EmulatorOptions: Sendable {
  package var host = "127.0.0.1"
  /// 0: a free port.
  package var port = 0
  /// Accepted beside every key that starts with `sk_emulator`.
  package var elevenLabsKeys: Set<String> = []
  /// Accepted beside every key that starts with `AIzaEmulator`.
  package var geminiKeys: Set<String> = []
  package var account = Account()
  package var latency = Latency.zero
  /// Texts of about the same length share one rendering: for load tests, where speaking would be the bottleneck.
  package var sharesSpeechByLength = false
  /// What speaks; nil: espeak-ng and ffmpeg as children.
  package var renderer: (any SpeechRenderer)?

  package init() {}

  /// Keys that every emulator accepts.
  package static let elevenLabsKey = "sk_emulator"
  package static let geminiKey = "AIzaEmulator"
  package static let openAIKey = "sk-emulator"
}
