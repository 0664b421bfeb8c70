import Foundation
import MainJob
import Observability
import OutboundHTTP
import ProviderEmulator
import Schemas
import TestSupport

/// One performance, and the same text and speech asked of the providers without us.
struct Workload: Sendable {
  /// Milliseconds.
  struct Times: Sendable {
    var firstByte: Double
    /// Without what the provider takes to say the text, which differs with its length.
    var total: Double
  }

  let client: DemoClient
  let product: ServiceProcess
  let emulator: ProviderEmulator
  let text: JournalEntry
  let speech: JournalEntry

  /// Registers, uploads, and performs a few times so that everything is warm.
  static func make(
    _ product: ServiceProcess, _ emulator: ProviderEmulator, _ transport: any OutboundTransport
  ) async throws -> Workload {
    let job = DemoJob(clip: SpeechClip.path, routine: "phobias", value: "spiders", output: "/dev/null")
    let client = try await job.prepare(
      url: product.url, activationCode: product.activationCode, transport: transport, tell: { _ in })
    for _ in 0..<10 { _ = try await performance(client, mixed: true) }
    let journal = emulator.state.journal()
    guard let text = journal.last(where: { $0.path.contains("generateContent") }),
      let speech = journal.last(where: { $0.path.contains("/stream") })
    else { throw BenchmarkFailure("the providers were not asked") }
    return Workload(client: client, product: product, emulator: emulator, text: text, speech: speech)
  }

  func performance(mixed: Bool) async throws -> Times {
    var (times, headers) = try await Self.performance(client, mixed: mixed)
    times.total -= pacing(headers["X-Chars-Used-Raw"].flatMap { Int($0) } ?? 0)
    return times
  }

  private func pacing(_ characters: Int) -> Double {
    emulator.state.update { $0.latency }.rest(characters: characters) / .milliseconds(1)
  }

  /// Text, then speech: exactly the calls that a performance makes.
  func providersAlone() async throws -> Times {
    let (written, _) = try await replay(text, key: ("x-goog-api-key", EmulatorOptions.geminiKey))
    let (spoken, _) = try await replay(speech, key: ("xi-api-key", EmulatorOptions.elevenLabsKey))
    let characters = speech.body["text"]?.string?.unicodeScalars.count ?? 0
    return Times(
      firstByte: written.total + spoken.firstByte, total: written.total + spoken.total - pacing(characters))
  }

  private static func performance(_ client: DemoClient, mixed: Bool) async throws -> (Times, OutboundHeaders) {
    let value = ["spiders", "snakes", "clowns", "elevators", "needles"].randomElement() ?? ""
    let body: JSONValue = [
      "routine_type": "phobias", "value": .string(value),
      "settings_override": ["add_background_sound": .bool(mixed)],
    ]
    return try await time(
      client.transport, "POST", client.url + "/perform", bytes: WireJSON.encode(body),
      [("Authorization", "Bearer \(client.token ?? "")"), ("Accept", "audio/mpeg")])
  }

  private func replay(
    _ entry: JournalEntry, key: (name: String, value: String)
  ) async throws -> (Times, OutboundHeaders) {
    let query = entry.query.isEmpty ? "" : "?" + entry.query.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
    return try await Self.time(
      client.transport, "POST", emulator.url + entry.path + query, bytes: Array(entry.body.data), [key])
  }

  static func time(
    _ transport: any OutboundTransport, _ method: String, _ url: String, bytes: [UInt8],
    _ headers: [(name: String, value: String)]
  ) async throws -> (Times, OutboundHeaders) {
    let stopwatch = Stopwatch()
    let response = try await transport.send(
      OutboundRequest(
        method: method, url: url, headers: headers + [("Content-Type", "application/json")], body: .bytes(bytes),
        timeouts: OutboundTimeouts(firstByte: .seconds(60), idle: .seconds(60))))
    var first: Double?
    var bytes: [UInt8] = []
    for try await chunk in response.body {
      first = first ?? stopwatch.milliseconds
      bytes += chunk
    }
    guard response.status == 200, !bytes.isEmpty else {
      throw BenchmarkFailure("\(url): \(response.status) \(String(decoding: bytes.prefix(300), as: UTF8.self))")
    }
    return (Times(firstByte: first ?? 0, total: stopwatch.milliseconds), response.headers)
  }
}
