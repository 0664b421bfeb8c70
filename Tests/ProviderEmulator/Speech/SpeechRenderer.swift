import Foundation

/// Speaks a text.
package protocol SpeechRenderer: Sendable {
  /// A WAV file of the text in the voice that `timbre` stands for: different numbers sound different, the same
  /// number always the same. `language` is an ISO 639-1 code; unknown ones are spoken as English.
  func wave(text: String, language: String, timbre: UInt64, speed: Double) async throws -> Data
}
