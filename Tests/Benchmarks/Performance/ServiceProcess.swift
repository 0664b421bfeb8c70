import Foundation
import ProviderEmulator
import Synchronization

/// The `all` program beside this one, with what it prints and what it uses.
final class ServiceProcess: @unchecked Sendable {
  private let process = Process()
  private let folder = FileManager.default.temporaryDirectory.appending(path: "benchmark-\(UUID().uuidString)")
  private let output = Mutex("")
  private(set) var url = ""
  private(set) var activationCode = ""

  static func start(_ emulator: ProviderEmulator) async throws -> ServiceProcess {
    let program = ServiceProcess()
    try program.launch(program.environment(emulator))
    try await program.waitUntilReady()
    return program
  }

  /// Processor seconds of the process so far.
  var processorSeconds: Double { ProcessUsage.processorSeconds(of: process.processIdentifier) }
  /// Its largest resident memory so far, in MB.
  var peakMegabytes: Double { ProcessUsage.peakMegabytes(of: process.processIdentifier) }
  var tail: String { String(output.withLock { $0 }.suffix(2000)) }

  func stop() async {
    process.terminate()
    for _ in 0..<200 where process.isRunning { try? await Task.sleep(for: .milliseconds(50)) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    try? FileManager.default.removeItem(at: folder)
  }

  private func environment(_ emulator: ProviderEmulator) -> [String: String] {
    let limits = ["RATE_LIMIT_PERFORM", "RATE_LIMIT_PERFORM_IP"].map { ($0, "1000000/1000000") }
    return [
      "DATA_DIR": folder.path, "PORT": "0", "LOG_LEVEL": "error", "MONTHLY_CHAR_LIMIT": "100000000",
      "ELEVEN_LABS_API_KEY": EmulatorOptions.elevenLabsKey, "ELEVEN_LABS_BASE_URL": emulator.url,
      "GOOGLE_API_KEY": EmulatorOptions.geminiKey, "GEMINI_BASE_URL": emulator.url,
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
    ].merging(limits) { $1 }
  }

  private func launch(_ environment: [String: String]) throws {
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    process.executableURL = URL(filePath: own).deletingLastPathComponent().appending(path: "all")
    process.environment = environment
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    pipe.fileHandleForReading.readabilityHandler = { [weak self] handle in
      let text = String(decoding: handle.availableData, as: UTF8.self)
      if text.isEmpty { handle.readabilityHandler = nil }
      self?.output.withLock { $0 += text }
    }
    try process.run()
  }

  private func waitUntilReady() async throws {
    let pattern = /ready url=(\S+) activation_code=(\S+)/
    for _ in 0..<600 where process.isRunning {
      if let match = output.withLock({ $0 }).firstMatch(of: pattern) {
        (url, activationCode) = (String(match.1), String(match.2))
        return
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw BenchmarkFailure("the product did not start: \(tail)")
  }
}

struct BenchmarkFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
