import Foundation
import Synchronization

/// A program of this package as a process of its own, with what it printed.
package final class Program: Sendable {
  private struct State {
    var output = ""
  }

  package let name: String
  private let process: SendableProcess
  private let state = Mutex(State())

  /// - Throws: when the program was not built beside the tests.
  package init(_ name: String, _ arguments: [String] = [], environment: [String: String]) throws {
    self.name = name
    process = SendableProcess()
    let pipe = Pipe()
    process.value.executableURL = try Self.folder().appending(path: name)
    process.value.arguments = arguments
    process.value.environment = environment.merging(["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]) {
      own, _ in own
    }
    process.value.standardOutput = pipe
    process.value.standardError = pipe
    pipe.fileHandleForReading.readabilityHandler = { [weak self] handle in
      let data = handle.availableData
      if data.isEmpty { handle.readabilityHandler = nil }
      self?.state.withLock { $0.output += String(decoding: data, as: UTF8.self) }
    }
    try process.value.run()
  }

  package var output: String { state.withLock { $0.output } }
  package var isRunning: Bool { process.value.isRunning }
  package var processID: Int32 { process.value.processIdentifier }

  /// Waits for a line that matches, at most 30 s.
  package func line(matching pattern: Regex<(Substring, Substring, Substring)>) async throws -> (String, String) {
    for _ in 0..<600 {
      if let match = output.firstMatch(of: pattern) { return (String(match.output.1), String(match.output.2)) }
      guard isRunning else { throw ProgramFailure(name: name, output: output) }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw ProgramFailure(name: name, output: output)
  }

  /// Runs to the end and returns what it printed.
  package func finished() async throws -> String {
    for _ in 0..<600 where isRunning { try await Task.sleep(for: .milliseconds(50)) }
    guard !isRunning, process.value.terminationStatus == 0 else { throw ProgramFailure(name: name, output: output) }
    try await Task.sleep(for: .milliseconds(20))
    return output
  }

  /// SIGTERM, and SIGKILL to one that has not gone after 10 s. Returns whether it went by itself with status 0.
  @discardableResult
  package func stop() async -> Bool {
    guard isRunning else { return process.value.terminationStatus == 0 }
    process.value.terminate()
    for _ in 0..<200 where isRunning { try? await Task.sleep(for: .milliseconds(50)) }
    guard isRunning else { return process.value.terminationReason == .exit && process.value.terminationStatus == 0 }
    await kill()
    return false
  }

  package func kill() async {
    guard isRunning else { return }
    _ = Foundation.kill(process.value.processIdentifier, SIGKILL)
    for _ in 0..<100 where isRunning { try? await Task.sleep(for: .milliseconds(20)) }
  }

  /// Where the package's products are: beside the test runner itself.
  private static func folder() throws -> URL {
    let runner = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: runner).deletingLastPathComponent()
  }
}

/// `Process` is not marked `Sendable`; each one here is configured once and then only asked.
private final class SendableProcess: @unchecked Sendable {
  let value = Process()
}

package struct ProgramFailure: Error, CustomStringConvertible {
  private let name: String
  private let output: String

  package init(name: String, output: String) {
    self.name = name
    self.output = output
  }

  package var description: String { "\(name) failed:\n\(output.suffix(4000))" }
}
