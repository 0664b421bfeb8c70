import Capabilities
import Foundation
import ServiceClients
import ServiceHost

/// What the all-in-one program adds to the environment so that nothing has to be set: secrets of its own, kept
/// in `DATA_DIR`.
package struct EmbeddedDefaults: Sendable {
  /// Variables by service; they differ in `SERVICE_SECRET` only.
  package let environments: [ServiceName: [String: String]]
  package let dataDirectory: String

  /// - Parameter keeping: whether secrets that are missing are written down; a mere check makes them up.
  /// - Throws: ``StartProblem`` when `DATA_DIR` cannot be written, or what is kept there cannot be read.
  package init(environment: [String: String], randomness: Randomness, keeping: Bool = true) throws {
    let environment = environment.filter { !$0.value.isEmpty }
    dataDirectory = environment["DATA_DIR"] ?? "./data"
    let secrets = try KeptSecrets(folder: dataDirectory, randomness: randomness, keeping: keeping)
    var shared = environment
    shared["DATA_DIR"] = dataDirectory
    shared["PORT"] = shared["PORT"] ?? String(AllInOneHost.defaultPort)
    shared["SECRET_KEY"] = shared["SECRET_KEY"] ?? secrets.secretKey
    shared["AUTH_SERVICE_SECRETS"] = secrets.services.filter { $0.key != ServiceName.auth.rawValue }
      .sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
    var environments: [ServiceName: [String: String]] = [:]
    for service in ServiceName.allCases {
      environments[service] = shared
      environments[service]?["SERVICE_SECRET"] = secrets.services[service.rawValue]
    }
    self.environments = environments
  }
}

/// `DATA_DIR/secrets.json`, readable by the owner only; made at the first start.
private struct KeptSecrets: Codable {
  var secretKey: String
  var services: [String: String]

  init(folder: String, randomness: Randomness, keeping: Bool) throws {
    let file = URL(filePath: folder).appending(path: "secrets.json")
    if FileManager.default.fileExists(atPath: file.path) {
      self = try Self.read(file)
      return
    }
    secretKey = Self.secret(randomness)
    services = Dictionary(
      uniqueKeysWithValues: ServiceName.allCases.map { ($0.rawValue, Self.secret(randomness)) })
    if keeping { try write(to: file, in: folder) }
  }

  private static func read(_ file: URL) throws -> KeptSecrets {
    do {
      return try JSONDecoder().decode(KeptSecrets.self, from: Data(contentsOf: file))
    } catch {
      throw StartProblem(
        description: "\(file.path) cannot be read: restore it from a backup. Without it nothing encrypted opens.")
    }
  }

  private static func secret(_ randomness: Randomness) -> String {
    Data(randomness.bytes(36)).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_")
  }

  private func write(to file: URL, in folder: String) throws {
    let data = try JSONEncoder().encode(self)
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let created = FileManager.default.createFile(
      atPath: file.path, contents: data, attributes: [.posixPermissions: 0o600])
    guard created else {
      throw StartProblem(description: "DATA_DIR \(folder) cannot be written to: choose a folder that is yours.")
    }
  }
}
