import Foundation

/// What compose makes of compose.yaml, as far as the tests look at it.
struct ComposeFile: Decodable {
  var services: [String: Service]
  var networks: [String: Network?]

  struct Service: Decodable {
    var user: String?
    var read_only: Bool?
    var tmpfs: [String]?
    var cap_drop: [String]?
    var security_opt: [String]?
    var environment: [String: String?]?
    var networks: [String: Attachment?]
    var ports: [Port]?
    var volumes: [Volume]?
    var deploy: Deployment?
    var restart: String?
  }

  struct Network: Decodable { var `internal`: Bool? }
  struct Attachment: Decodable { var ipv4_address: String? }
  struct Port: Decodable { var published: String? }
  struct Volume: Decodable { var target: String }
  struct Deployment: Decodable { var resources: Resources }
  struct Resources: Decodable { var limits: Limits }
  struct Limits: Decodable {
    var cpus: Double?
    var memory: String?
    var pids: Int?
  }

  static func resolved() async throws -> ComposeFile {
    let outcome = try await Script.run("scripts/compose-check", ["--print"], withErrors: false)
    return try JSONDecoder().decode(ComposeFile.self, from: Data(outcome.output.utf8))
  }
}
