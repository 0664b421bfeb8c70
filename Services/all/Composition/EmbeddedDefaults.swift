import Capabilities
import Foundation
import ServiceClients

/// What the all-in-one program adds to the environment so that nothing has to be set: secrets of its own, kept
/// in `DATA_DIR`.
package struct EmbeddedDefaults: Sendable {
  /// Variables by service; they differ in `SERVICE_SECRET` only.
  package let environments: [ServiceName: [String: String]]
  package let dataDirectory: String

  /// - Throws: when `DATA_DIR` cannot be written, or what is kept there cannot be read.
  package init(environment: [String: String], randomness: Randomness) throws {
    dataDirectory = environment["DATA_DIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "./data"
    let secrets = try KeptSecrets(folder: dataDirectory, randomness: randomness)
    var shared = environment
    shared["DATA_DIR"] = dataDirectory
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

  init(folder: String, randomness: Randomness) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let file = URL(filePath: folder).appending(path: "secrets.json")
    if FileManager.default.fileExists(atPath: file.path) {
      self = try JSONDecoder().decode(KeptSecrets.self, from: Data(contentsOf: file))
      return
    }
    secretKey = Self.secret(randomness)
    services = Dictionary(
      uniqueKeysWithValues: ServiceName.allCases.map { ($0.rawValue, Self.secret(randomness)) })
    try Self.write(try JSONEncoder().encode(self), to: file.path)
  }

  private static func secret(_ randomness: Randomness) -> String {
    Data(randomness.bytes(36)).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_")
  }

  private static func write(_ data: Data, to path: String) throws {
    let created = FileManager.default.createFile(
      atPath: path, contents: data, attributes: [.posixPermissions: 0o600])
    guard created else { throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path]) }
  }
}
