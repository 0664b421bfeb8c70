import Foundation
import ProviderEmulator
import Testing

/// The providers' own Python clients, unmodified. They are installed by `scripts/lib/sdk-venv`; where that fails,
/// so does the test.
@Suite("Official SDKs against the emulator")
struct SDKTests {
  @Test("The official client finds everything as it expects", arguments: ["elevenlabs_sdk", "gemini_sdk", "openai_sdk"])
  func officialClient(script: String) async throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let venv = try await Program.run(root.appending(path: "scripts/lib/sdk-venv").path(), [])
    try #require(venv.status == 0, "the SDKs could not be installed: \(venv.output)")
    let python = venv.output.split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
    let file = try #require(Bundle.module.url(forResource: script, withExtension: "py", subdirectory: "sdk"))

    try await withEmulator { emulator, _ in
      let outcome = try await Program.run(python, ["-B", file.path(), emulator.url])

      #expect(outcome.status == 0, "\(outcome.output)")
    }
  }
}
