import Foundation
import TestSupport

/// A real nginx before the replicas of perform: it streams, repeats nothing that was sent, and keeps no state.
final class FrontDoor: @unchecked Sendable {
  let url: String
  private let process = Process()
  private let folder: URL

  /// - Parameter ports: of the replicas.
  init(to ports: [Int]) throws {
    let port = FreePort.find()
    url = "http://127.0.0.1:\(port)"
    folder = FileManager.default.temporaryDirectory.appending(path: "front-door-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "nginx.conf")
    try Self.configuration(port: port, to: ports, folder: folder.path).write(
      to: file, atomically: true, encoding: .utf8)
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["nginx", "-p", folder.path, "-c", file.path, "-e", folder.path + "/error.log"]
    process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
    try process.run()
  }

  func untilListening() async throws {
    let port = URL(string: url)?.port ?? 0
    for _ in 0..<200 where !FreePort.isListening(port) { try await Task.sleep(for: .milliseconds(25)) }
  }

  func close() {
    process.terminate()
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  private static func configuration(port: Int, to replicas: [Int], folder: String) -> String {
    let servers = replicas.map { "server 127.0.0.1:\($0) max_fails=0;" }.joined(separator: " ")
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map { "\($0)_temp_path \(folder)/\($0);" }
    return """
      daemon off; pid \(folder)/pid; worker_processes 1;
      events { worker_connections 512; }
      http {
        access_log off; \(temporary.joined(separator: " "))
        upstream perform { \(servers) }
        server {
          listen 127.0.0.1:\(port);
          location / {
            proxy_pass http://perform; proxy_http_version 1.1; proxy_buffering off; proxy_connect_timeout 2s;
            proxy_set_header Connection "";
          }
        }
      }
      """
  }
}
