import Crypto
import Foundation
import ServiceClients

/// The services' own secrets, by which they get service tokens.
package struct ServiceCredentials: Sendable {
  /// Which service may call which others (docs/architecture.md); auth's own calls included.
  static let calls: [ServiceName: Set<ServiceName>] = [
    .perform: [.auth, .voice, .billing],
    .voice: [.auth, .billing],
    .billing: [.auth],
    .auth: [.voice, .billing],
  ]

  private let digests: [ServiceName: SHA256.Digest]

  package init(_ secrets: [ServiceName: String]) {
    digests = secrets.mapValues { SHA256.hash(data: Data($0.utf8)) }
  }

  /// Reads `voice=…,perform=…,billing=…`: each service once, at least 32 bytes of secret.
  package init?(_ text: String) {
    var secrets: [ServiceName: String] = [:]
    for pair in text.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let service = ServiceName(rawValue: parts[0].trimmingCharacters(in: .whitespaces)),
        service != .auth, parts[1].utf8.count >= 32, secrets.updateValue(String(parts[1]), forKey: service) == nil
      else { return nil }
    }
    self.init(secrets)
  }

  /// The service that this secret belongs to. Takes the same time for a wrong secret and an unknown service.
  package func authenticate(_ service: String, secret: String) -> ServiceName? {
    let given = SHA256.hash(data: Data(secret.utf8))
    let name = ServiceName(rawValue: service)
    let expected = name.flatMap { digests[$0] }
    let matches = given == expected ?? SHA256.hash(data: Data())
    return matches && expected != nil ? name : nil
  }
}
