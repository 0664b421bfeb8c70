import AudioCodecs
import Foundation
import OutboundHTTP
import ProviderEmulator
import Schemas
import TestSupport
import Testing

@Suite("A server's own voice")
struct StockVoiceTests {
  private func withStockVoice(
    key: String = EmulatorOptions.openAIKey, _ body: @Sendable (Theatre) async throws -> Void
  ) async throws {
    let emulator = try await ProviderEmulator.start()
    let stock = [
      "ELEVEN_LABS_API_KEY": "", "SPEECH_PROVIDERS": "openai-compatible",
      "OPENAI_SPEECH_BASE_URL": emulator.url + "/v1", "OPENAI_SPEECH_API_KEY": key,
    ]
    try await withTheatre(environment: stock) { theatre in
      theatre.voice.update { $0.provider = "local" }
      try await body(theatre)
    }
    await emulator.stop()
  }

  @Test("Without a provider that clones it speaks, says that it is nobody's clone, and is charged at its model's price")
  func speaks() async throws {
    try await withStockVoice { theatre in
      let answer = try await theatre.perform("Lara")
      let performed = try answer.decode(PerformAnswer.self)

      let audio = Array(try #require(Data(base64Encoded: performed.audioBase64 ?? "")))
      var scanner = MP3FrameScanner()
      scanner.scan(audio)
      #expect(performed.voiceSource == "stock_voice" && performed.model == "tts-1")
      #expect(theatre.voice.onlyNote?.voiceSource == "stock_voice")
      #expect(scanner.durationSeconds > 3 && scanner.endsWithWholeFrame)
      #expect(try await theatre.usage().charCount == performed.charsUsedEffective)
    }
  }

  @Test("Its frames are passed through untouched where no background is wanted")
  func passedThrough() async throws {
    try await withStockVoice { theatre in
      let fields: [String: JSONValue] = ["settings_override": ["add_background_sound": false]]

      let performed = try await theatre.perform("Lara", fields).decode(PerformAnswer.self)

      let decoder = try MP3Decoder()
      _ = try decoder.decode(Array(try #require(Data(base64Encoded: performed.audioBase64 ?? ""))))
      #expect(decoder.sampleRate == 24_000)
    }
  }

  @Test("A clone that another provider holds is never spoken for, by a stock voice as little as by this machine's")
  func othersClone() async throws {
    try await withStockVoice { theatre in
      theatre.voice.update { $0.provider = "elevenlabs" }
      try await expectRefused(theatre)
    }
    try await withTheatre(environment: ["ELEVEN_LABS_API_KEY": "", "SPEECH_PROVIDERS": "local"]) { theatre in
      try await expectRefused(theatre)
    }
  }

  private func expectRefused(_ theatre: Theatre) async throws {
    let answer = try await theatre.perform("Lara")

    #expect(answer.status == 503 && answer.error == "PROVIDER_UNAVAILABLE", "\(answer.text.prefix(300))")
    #expect(try await theatre.usage().charCount == 0)
    #expect(theatre.voice.snapshot.notes.isEmpty)
  }

  @Test("A refused key is a provider's refusal, and nothing is charged")
  func refused() async throws {
    try await withStockVoice(key: "sk-wrong") { theatre in
      let answer = try await theatre.perform("Lara")

      #expect(answer.status == 502 && answer.error == "PROVIDER_KEY_REFUSED", "\(answer.text.prefix(300))")
      #expect(try await theatre.usage().charCount == 0)
    }
  }
}
