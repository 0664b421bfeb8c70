import Foundation

/// Runs a program that reads one file and writes another.
enum ChildProcess {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// What the program wrote; throws when it is not installed or ends with an error.
  static func transform(
    _ input: Data, with program: String, arguments: (_ input: String, _ output: String) -> [String]
  ) async throws -> Data {
    let folder = FileManager.default.temporaryDirectory.appending(path: "emulator-\(RandomID.alphanumeric())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appending(path: "in")
    let target = folder.appending(path: "out")
    try input.write(to: source)
    let status = try await run(program, arguments(source.path(), target.path()))
    guard status == 0 else { throw Failure(description: "\(program) ended with \(status)") }
    return try Data(contentsOf: target)
  }

  private static func run(_ program: String, _ arguments: [String]) async throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
  }
}
