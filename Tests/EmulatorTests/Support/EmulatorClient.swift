import Foundation
import ProviderEmulator

/// The calls that the tests make, with good keys unless told otherwise.
struct EmulatorClient: Sendable {
  var url: String
  var key: String? = EmulatorOptions.elevenLabsKey
  var geminiKey: String? = EmulatorOptions.geminiKey

  func elevenLabs(_ path: String, method: String = "GET", _ more: [String] = []) async throws -> Exchange {
    try await Curl.run(["-X", method] + header("xi-api-key", key) + more + [url + path])
  }

  func speak(
    _ members: [String: JSON] = [:], voice: String = Self.george, path: String = "", _ more: [String] = []
  ) async throws -> Exchange {
    let body: [String: JSON] = ["text": "Good morning, I had a dream.", "model_id": "eleven_flash_v2_5"]
    return try await elevenLabs(
      "/v1/text-to-speech/\(voice)\(path)", method: "POST",
      Self.json(.object(body.merging(members) { $1 })) + more)
  }

  /// Sends a form whose `files` are paths.
  func form(_ path: String, fields: [String: String] = [:], files: [String] = []) async throws -> Exchange {
    let fields = fields.sorted { $0.key < $1.key }.flatMap { ["--form-string", "\($0.key)=\($0.value)"] }
    return try await elevenLabs(path, method: "POST", fields + files.flatMap { ["-F", "files=@\($0)"] })
  }

  func generate(
    _ body: JSON, model: String = "gemini-3.5-flash-lite", method: String = "generateContent",
    version: String = "v1beta"
  ) async throws -> Exchange {
    try await Curl.run(
      ["-X", "POST"] + header("x-goog-api-key", geminiKey) + Self.json(body)
        + ["\(url)/\(version)/models/\(model):\(method)"])
  }

  func gemini(_ path: String) async throws -> Exchange {
    try await Curl.run(header("x-goog-api-key", geminiKey) + [url + path])
  }

  func control(_ path: String, method: String, _ body: JSON? = nil) async throws -> Exchange {
    try await Curl.run(["-X", method] + (body.map(Self.json) ?? []) + ["\(url)/_emulator/\(path)"])
  }

  static let george = "JBFqnCBsd6RMkjVDRZzb"

  /// A prompt of ours, as the last message.
  static func order(_ members: [String: JSON] = [:]) -> JSON {
    let order: [String: JSON] = [
      "language": "english", "routine": "phobias", "value": "spiders", "topic": "fear", "min_characters": 80,
      "max_characters": 120,
    ]
    let message = String(decoding: JSON.object(order.merging(members) { $1 }).data, as: UTF8.self)
    return ["contents": [["role": "user", "parts": [["text": .string(message)]]]]]
  }

  private static func json(_ body: JSON) -> [String] {
    ["-H", "Content-Type: application/json", "--data-raw", String(decoding: body.data, as: UTF8.self)]
  }

  private func header(_ name: String, _ value: String?) -> [String] { value.map { ["-H", "\(name): \($0)"] } ?? [] }
}

/// An emulator for the time of one test.
func withEmulator(
  _ options: EmulatorOptions = EmulatorOptions(),
  _ test: (ProviderEmulator, EmulatorClient) async throws -> Void
) async throws {
  let emulator = try await ProviderEmulator.start(options)
  do {
    try await test(emulator, EmulatorClient(url: emulator.url))
  } catch {
    await emulator.stop()
    throw error
  }
  await emulator.stop()
}
