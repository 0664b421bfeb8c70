import Foundation
import Redis

/// A real `redis-server` on a free loopback port that keeps nothing; killed with the object at the latest.
package final class RedisServer: @unchecked Sendable {
  package let port: Int
  private let password: String?
  private var process: Process?

  package init(password: String? = nil) throws {
    port = FreePort.find()
    self.password = password
    try start()
  }

  deinit {
    stop()
  }

  package var url: String {
    "redis://" + (password.map { ":\($0)@" } ?? "") + "127.0.0.1:\(port)"
  }

  /// Starts the server again after ``stop()``, empty, on the same port.
  package func start() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "redis-server", "--bind", "127.0.0.1", "--port", "\(port)", "--save", "", "--appendonly", "no",
    ]
    if let password { process.arguments?.append(contentsOf: ["--requirepass", password]) }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    self.process = process
    try waitUntilListening(process)
  }

  /// Kills the server and waits for its end.
  package func stop() {
    guard let process else { return }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    self.process = nil
  }

  /// How often this server was asked for the command.
  package func calls(of command: String) async throws -> Int {
    let client = try RedisClient(url: url)
    defer { client.close() }
    guard case .string(let bytes) = try await client.send("INFO", "commandstats") else { return 0 }
    let line = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
      .first { $0.hasPrefix("cmdstat_\(command):calls=") }
    return line?.split(separator: "=").dropFirst().first?.split(separator: ",").first.flatMap { Int($0) } ?? 0
  }

  private func waitUntilListening(_ process: Process) throws {
    let deadline = ContinuousClock.now + .seconds(10)
    while !FreePort.isListening(port) {
      guard process.isRunning, .now < deadline else { throw RedisServerDidNotStart(port: port) }
      usleep(5000)
    }
  }
}

package struct RedisServerDidNotStart: Error {
  package let port: Int
}

/// Runs `body` with the URL of a server of its own, which ends with it.
package func withRedisServer<Result>(
  password: String? = nil, _ body: (_ url: String) async throws -> Result
) async throws -> Result {
  let server = try RedisServer(password: password)
  defer { server.stop() }
  return try await body(server.url)
}
