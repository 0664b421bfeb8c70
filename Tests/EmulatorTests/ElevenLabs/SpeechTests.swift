import Foundation
import ProviderEmulator
import Testing

@Suite("Speech at ElevenLabs")
struct SpeechTests {
  @Test("The default format is MP3 at a constant 128 kbit/s behind an ID3 tag, in pieces on the stream")
  func mp3() async throws {
    try await withEmulator { _, client in
      let whole = try await client.speak()
      let streamed = try await client.speak(path: "/stream")

      #expect(whole.body == streamed.body)
      #expect(whole.body.prefix(3) == Data("ID3".utf8))
      #expect(whole.headers["content-length"] == String(whole.body.count))
      #expect(streamed.headers["transfer-encoding"] == "chunked")
      #expect(whole.headers["content-type"] == "audio/mpeg")
      #expect(whole.headers["character-cost"] == "14")
      #expect(whole.headers["maximum-concurrent-requests"] == "10")
      #expect(whole.headers["request-id"]?.count == 20)
    }
  }

  @Test(
    "Formats are rendered as they are named",
    arguments: [
      ("pcm_16000", "audio/pcm"), ("opus_48000_64", "audio/ogg"), ("ulaw_8000", "audio/basic"),
      ("mp3_22050_32", "audio/mpeg"), ("wav_16000", "audio/wav"), ("m4a_aac_44100_128", "audio/mp4"),
    ])
  func formats(name: String, type: String) async throws {
    try await withEmulator { _, client in
      let answer = try await client.speak(path: "?output_format=\(name)")

      #expect(answer.status == 200)
      #expect(answer.headers["content-type"] == type)
      #expect(answer.body.count > 4_000)
    }
  }

  @Test("The stream has no WAV")
  func noWaveStream() async throws {
    try await withEmulator { _, client in
      let answer = try await client.speak(path: "/stream?output_format=wav_16000")

      #expect(answer.status == 403)
      #expect(answer.detail == "invalid_output_format")
    }
  }

  @Test("Credits are charged per code point, halved and rounded down at half price, and never for a refusal")
  func credits() async throws {
    try await withEmulator { emulator, client in
      let text: JSON = "こんにちは世界 🎉 你好"

      let full = try await client.speak(["text": text, "model_id": "eleven_multilingual_v2"])
      let half = try await client.speak(["text": "abc", "model_id": "eleven_flash_v2_5"])
      _ = try await client.speak(["text": text, "model_id": "no_such_model"])

      #expect(full.headers["character-cost"] == "12")
      #expect(half.headers["character-cost"] == "1")
      #expect(emulator.state.snapshot.account.characterCount == 13)
    }
  }

  @Test("A text that costs more than is left is refused with 401 and both numbers")
  func quota() async throws {
    try await withEmulator { emulator, client in
      emulator.state.update { $0.account.characterLimit = 5 }

      let answer = try await client.speak(["text": "abcdefg", "model_id": "eleven_v4"])

      #expect(answer.status == 401)
      #expect(answer.json["detail"]?["type"] == "invalid_request")
      #expect(answer.text.contains("You have 5 credits remaining, while 7 credits are required"))
    }
  }

  @Test("Length limits have ten per cent of slack", arguments: [(5_500, 200), (5_501, 400)])
  func lengthLimit(characters: Int, status: Int) async throws {
    var options = EmulatorOptions()
    options.renderer = ToneRenderer()
    try await withEmulator(options) { _, client in
      let text = JSON.string(String(repeating: "a", count: characters))

      let answer = try await client.speak(["text": text, "model_id": "eleven_v3"], path: "?output_format=pcm_8000")

      #expect(answer.status == status)
    }
  }

  @Test("An empty text is spoken by the second generation and refused by the later ones")
  func emptyText() async throws {
    try await withEmulator { _, client in
      let second = try await client.speak(["text": "", "model_id": "eleven_multilingual_v2"])
      let fourth = try await client.speak(["text": "", "model_id": "eleven_v4"])

      #expect(second.status == 200)
      #expect(second.headers["character-cost"] == "1")
      #expect(fourth.detail == "input_text_empty")
    }
  }

  @Test("Unknown members of the body are ignored, a bad enumeration is a 422, bad speed a 400 only where speed counts")
  func parameters() async throws {
    try await withEmulator { _, client in
      let unknown = try await client.speak(["nonsense": 1])
      let normalization = try await client.speak(["apply_text_normalization": "maybe"])
      let slow = try await client.speak(["voice_settings": ["speed": 0.69]])
      let ignored = try await client.speak(["voice_settings": ["speed": 2], "model_id": "eleven_v4"])
      let context = try await client.speak(["previous_text": "Hm.", "model_id": "eleven_v3"])

      #expect([unknown, normalization, slow, ignored, context].map(\.status) == [200, 422, 400, 200, 400])
    }
  }

  @Test("More requests at once than the plan allows are refused at once, without Retry-After")
  func concurrency() async throws {
    try await withEmulator { emulator, client in
      emulator.state.update { $0.account.fastConcurrency = 1 }
      emulator.state.script(Fault(.speech) { $0.ending = .hangAfterEffect })
      let hanging = Task { try await client.speak([:], ["-m", "60"]) }
      while emulator.state.snapshot.inFlight[.fast] != 1 { try await Task.sleep(for: .milliseconds(5)) }

      let refused = try await client.speak()
      let other = try await client.speak(["model_id": "eleven_multilingual_v2"])
      hanging.cancel()

      #expect(refused.status == 429)
      #expect(refused.detail == "too_many_concurrent_requests")
      #expect(refused.headers["retry-after"] == nil)
      #expect(refused.text.contains("maximum of 1 concurrent"))
      #expect(other.status == 200)
    }
  }
}
