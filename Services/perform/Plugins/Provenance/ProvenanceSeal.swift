import Crypto
import Foundation
import PerformCore
import Schemas

/// Signs and checks provenance records: compact JWS with Ed25519 (docs/decisions/0305-provenance-records.md).
///
/// The key comes from the service's own secret, so that every replica signs alike and nothing has to be kept.
struct ProvenanceSeal: ProvenanceSealing {
  private let key: Curve25519.Signing.PrivateKey
  private let header: String

  init(secret: String) throws {
    let seed = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: Data(secret.utf8)), info: Data("perform provenance".utf8),
      outputByteCount: 32)
    key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed.withUnsafeBytes { Data($0) })
    let head: JSONValue = ["alg": "EdDSA", "kid": .string(Self.thumbprint(key.publicKey)), "typ": "provenance+jws"]
    header = Data(try WireJSON.encode(head)).base64URL
  }

  /// For whoever wants to check records without us (RFC 8037).
  var publicKey: JSONValue {
    [
      "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": .string(Self.thumbprint(key.publicKey)),
      "x": .string(key.publicKey.rawRepresentation.base64URL),
    ]
  }

  func record(of claims: ProvenanceClaims) throws -> String {
    let signed = header + "." + Data(try WireJSON.encode(claims)).base64URL
    return signed + "." + (try key.signature(for: Data(signed.utf8))).base64URL
  }

  /// The claims of a record, whoever signed it; `nil` for a text that is no record.
  static func claims(in record: String) -> ProvenanceClaims? {
    let parts = record.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let payload = Data(base64URL: parts[1]) else { return nil }
    return try? WireJSON.decode(ProvenanceClaims.self, from: Array(payload))
  }

  /// Whether this installation's present key signed the record.
  func isOurs(_ record: String) -> Bool {
    let parts = record.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == header, let signature = Data(base64URL: parts[2]) else { return false }
    return key.publicKey.isValidSignature(signature, for: Data("\(parts[0]).\(parts[1])".utf8))
  }

  /// RFC 7638.
  private static func thumbprint(_ key: Curve25519.Signing.PublicKey) -> String {
    let members = #"{"crv":"Ed25519","kty":"OKP","x":"\#(key.rawRepresentation.base64URL)"}"#
    return Data(SHA256.hash(data: Data(members.utf8))).base64URL
  }
}

extension Data {
  var base64URL: String {
    String(base64EncodedString().filter { $0 != "=" }.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
  }

  init?(base64URL text: some StringProtocol) {
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    self.init(base64Encoded: String(text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }) + padding)
  }
}
