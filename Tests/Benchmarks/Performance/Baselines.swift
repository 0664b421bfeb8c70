import AudioCodecs
import Foundation
import MainJob
import OutboundHTTP
import ProviderEmulator
import TestSupport

/// The same work done by named others on the same machine.
struct Baselines: Sendable {
  let workload: Workload
  let count: Int

  func report() async throws -> String {
    let speech = try await speech()
    return """
      beside
        ffmpeg, the same mix in a child   \(Figure.padded(try mixedByChild(speech))) notes per processor second
        LAME alone, the same seconds      \(Figure.padded(try encoded(speech))) notes per processor second
        FastAPI, passed through           \(await passedThroughByFastAPI())
      """
  }

  private func speech() async throws -> [UInt8] {
    let entry = workload.speech
    let query = entry.query.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
    let response = try await workload.client.transport.send(
      OutboundRequest(
        method: "POST", url: "\(workload.emulator.url)\(entry.path)?\(query)",
        headers: [("xi-api-key", EmulatorOptions.elevenLabsKey), ("Content-Type", "application/json")],
        body: .bytes(Array(entry.body.data))))
    return try await response.body.collect(upTo: 1 << 22)
  }

  private func mixedByChild(_ speech: [UInt8]) throws -> Double {
    let file = FileManager.default.temporaryDirectory.appending(path: "speech-\(UUID().uuidString).mp3")
    try Data(speech).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let rounds = 20
    let before = ProcessUsage.childrenSeconds
    for _ in 0..<rounds { try Self.mix(file.path) }
    return Double(rounds) / max(0.001, ProcessUsage.childrenSeconds - before)
  }

  private static func mix(_ speech: String) throws {
    let fan = Repository.root.appending(path: "Libraries/Ambience/Recordings/fan.mp3").path
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "ffmpeg", "-v", "error", "-nostdin", "-threads", "1", "-i", speech, "-stream_loop", "-1", "-i", fan,
      "-filter_complex", "[1]volume=-16dB[room];[0][room]amix=inputs=2:duration=first:normalize=0,alimiter=limit=0.84",
      "-b:a", "128k", "-f", "mp3", "/dev/null", "-y",
    ]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw BenchmarkFailure("ffmpeg failed") }
  }

  private func encoded(_ speech: [UInt8]) throws -> Double {
    let samples = try MP3Decoder().decode(speech)
    let start = clock()
    for _ in 0..<count {
      let encoder = try MP3Encoder()
      _ = try encoder.encode(samples)
      _ = try encoder.finish()
    }
    return Double(count) / max(0.001, Double(clock() - start) / Double(CLOCKS_PER_SEC))
  }

  private func passedThroughByFastAPI() async -> String {
    do {
      let figure = try await FastAPIPassThrough(workload: workload, count: count).measure()
      return "\(Figure.padded(figure)) performances per processor second"
    } catch {
      return "not measured: \(error)"
    }
  }
}
