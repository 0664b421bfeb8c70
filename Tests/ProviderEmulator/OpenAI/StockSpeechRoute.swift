import Foundation

/// `POST /v1/audio/speech`: espeak-ng in one of the server's own voices, streamed, as MP3, WAV or raw samples.
struct StockSpeechRoute: Sendable {
  private static let formats: [String: OutputFormat] = [
    "mp3": OutputFormat(name: "mp3_24000_48", codec: .mp3, sampleRate: 24_000, bitRate: 48),
    "wav": OutputFormat(name: "wav_24000", codec: .wav, sampleRate: 24_000),
    "pcm": OutputFormat(name: "pcm_24000", codec: .pcm, sampleRate: 24_000),
  ]
  private static let voices = [
    "alloy", "ash", "ballad", "coral", "echo", "fable", "nova", "onyx", "sage", "shimmer", "verse",
  ]

  let environment: EmulatorEnvironment

  func answer(_ request: EmulatorRequest) async throws -> Answer {
    guard request.headers["authorization"]?.hasPrefix("Bearer \(EmulatorOptions.openAIKey)") == true else {
      throw OpenAIErrors.key.refusal()
    }
    guard let body = JSON(parsing: request.body)?.object, let model = body["model"]?.string,
      let input = body["input"]?.string, (1...4096).contains(input.count),
      let timbre = body["voice"]?.string.flatMap(Self.voices.firstIndex),
      let format = Self.formats[body["response_format"]?.string ?? "mp3"]
    else { throw OpenAIErrors.body.refusal() }
    if model.hasPrefix("missing") { throw OpenAIErrors.model.refusal() }
    let wave = try await EspeakRenderer().wave(
      text: input, language: "en", timbre: UInt64(timbre), speed: body["speed"]?.double ?? 1)
    let audio = try await AudioEncoder.encode(wave, as: format)
    return Answer(
      status: 200, headers: [("content-type", format.contentType)], body: .chunks(StreamChunks.split(audio)))
  }
}
