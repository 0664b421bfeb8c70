import Foundation

/// Runs a program found on the path.
enum Program {
  struct Outcome: Sendable {
    var status: Int32
    /// Standard output and standard error together.
    var output: String
  }

  static func run(_ name: String, _ arguments: [String]) async throws -> Outcome {
    let log = FileManager.default.temporaryDirectory.appending(path: "program-\(UUID().uuidString)")
    _ = FileManager.default.createFile(atPath: log.path(), contents: nil)
    defer { try? FileManager.default.removeItem(at: log) }
    let handle = try FileHandle(forWritingTo: log)
    defer { try? handle.close() }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handle
    process.standardError = handle
    let status = try await end(of: process)
    return Outcome(status: status, output: try String(contentsOf: log, encoding: .utf8))
  }

  private static func end(of process: Process) async throws -> Int32 {
    try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
  }
}
