import Foundation
import ProviderEmulator

/// Speaks the same four seconds whatever it is asked to say: the note that the budgets are about.
struct FourSecondRenderer: SpeechRenderer {
  private static let text = "I just woke up, and there it was again, that dream with the sea."

  func wave(text: String, language: String, timbre: UInt64, speed: Double) async throws -> Data {
    try await EspeakRenderer().wave(text: Self.text, language: "en", timbre: 0, speed: 1)
  }
}
