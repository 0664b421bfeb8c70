import Foundation
import MainJob
import OutboundHTTP
import ProviderEmulator
import TestSupport

/// The plainest pass-through that one would write with FastAPI, httpx and uvicorn: text, then speech, streamed on. It
/// charges nothing, keeps nothing and asks nobody.
struct FastAPIPassThrough: Sendable {
  let workload: Workload
  let count: Int

  func measure() async throws -> Double {
    let port = FreePort.find()
    let process = try start(port: port)
    defer { kill(process.processIdentifier, SIGKILL) }
    for _ in 0..<200 where !FreePort.isListening(port) {
      guard process.isRunning else { throw BenchmarkFailure("uvicorn did not start") }
      try await Task.sleep(for: .milliseconds(50))
    }
    let url = "http://127.0.0.1:\(port)/perform"
    _ = try await perform(url)
    let before = ProcessUsage.processorSeconds(of: process.processIdentifier)
    let done = try await Crowd(size: 8).run(count) { try await perform(url) }.count
    return Double(done) / max(0.001, ProcessUsage.processorSeconds(of: process.processIdentifier) - before)
  }

  private func perform(_ url: String) async throws {
    _ = try await Workload.time(workload.client.transport, "POST", url, bytes: Array("{}".utf8), [])
  }

  private func start(port: Int) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: try Self.python())
    process.arguments = [
      "-B", "-m", "uvicorn", "--app-dir", Repository.root.appending(path: "Tests/Benchmarks/fastapi").path,
      "passthrough:app",
      "--port", "\(port)", "--log-level", "critical",
    ]
    process.environment = [
      "PROVIDER_URL": workload.emulator.url, "TEXT_PATH": workload.text.path, "SPEECH_PATH": workload.speech.path,
      "TEXT_BODY": String(decoding: workload.text.body.data, as: UTF8.self),
      "SPEECH_BODY": String(decoding: workload.speech.body.data, as: UTF8.self),
      "TEXT_KEY": EmulatorOptions.geminiKey, "SPEECH_KEY": EmulatorOptions.elevenLabsKey,
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
    ]
    try process.run()
    return process
  }

  /// Of an environment with the pinned packages, made by `scripts/lib/fastapi-venv`.
  private static func python() throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: Repository.root.appending(path: "scripts/lib/fastapi-venv").path)
    process.standardOutput = pipe
    try process.run()
    let printed = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0, let path = printed.split(whereSeparator: \.isNewline).last else {
      throw BenchmarkFailure("the packages could not be installed")
    }
    return String(path)
  }
}
