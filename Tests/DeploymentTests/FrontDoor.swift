import ChildProcesses
import Foundation
import ServiceClients
import TestSupport

/// nginx with the front door's real configuration before four stand-ins, each of which answers
/// `service uri request-id forwarded-for`. Ends with the object.
final class FrontDoor {
  let url: String
  private let process: ChildProcess
  private let folder: URL

  /// - Parameter absent: a service that does not answer.
  init(absent: ServiceName? = nil) throws {
    let port = FreePort.find()
    url = "http://127.0.0.1:\(port)"
    folder = FileManager.default.temporaryDirectory.appending(path: "door-\(UUID().uuidString)")
    try Self.lay(port: port, absent: absent, in: folder)
    process = try Self.start(in: folder)
    try wait(for: port)
  }

  deinit {
    process.kill()
    try? FileManager.default.removeItem(at: folder)
  }

  /// The next part of the access log.
  func log() async -> String {
    String(decoding: await process.read() ?? [], as: UTF8.self)
  }

  private static func start(in folder: URL) throws -> ChildProcess {
    let program = ["/usr/sbin/nginx", "/usr/bin/nginx"].first { ProgramPath.find($0) != nil }
    return try ChildProcess(
      ChildCommand(
        program: program ?? "/usr/sbin/nginx",
        arguments: [
          "-e", "stderr", "-p", folder.path, "-c", "\(folder.path)/nginx.conf",
          "-g", "daemon off; master_process off;",
        ], input: .bytes([]), timeLimit: .seconds(120)))
  }

  private func wait(for port: Int) throws {
    let deadline = ContinuousClock.now + .seconds(10)
    while !FreePort.isListening(port) {
      guard .now < deadline else { throw FrontDoorDidNotStart() }
      usleep(5000)
    }
  }

  private static func lay(port: Int, absent: ServiceName?, in folder: URL) throws {
    let files = FileManager.default
    try files.copyItem(at: Repository.root.appending(path: "Services/web/nginx"), to: folder)
    let app = folder.appending(path: "app")
    try files.createDirectory(at: app, withIntermediateDirectories: false)
    try Data("the app".utf8).write(to: app.appending(path: "index.html"))
    let configuration = FrontDoorConfiguration(port: port, app: app.path, absent: absent)
    try Data(configuration.text.utf8).write(to: folder.appending(path: "nginx.conf"))
  }
}

struct FrontDoorDidNotStart: Error {}
