import Foundation

/// Speaks with espeak-ng; pitch, pace and variant make the voices differ.
package struct EspeakRenderer: SpeechRenderer {
  private static let languages = ["en": "en-us", "es": "es", "fr": "fr-fr", "de": "de", "it": "it", "pt": "pt-br"]

  package init() {}

  package func wave(text: String, language: String, timbre: UInt64, speed: Double) async throws -> Data {
    let variant = timbre % 2 == 0 ? "m\(1 + timbre / 2 % 7)" : "f\(1 + timbre / 2 % 4)"
    let pitch = 25 + timbre / 16 % 51
    let pace = (145 + Double(timbre / 1_024 % 21)) * min(2, max(0.5, speed))
    let voice = (Self.languages[language] ?? "en-us") + "+" + variant
    let spoken = text.allSatisfy(\.isWhitespace) ? "." : text
    return try await ChildProcess.transform(
      Data(spoken.utf8), with: "espeak-ng",
      arguments: { ["-v", voice, "-p", "\(pitch)", "-s", "\(Int(pace))", "-b", "1", "-f", $0, "-w", $1] })
  }
}
