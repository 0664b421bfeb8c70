import Crypto
import Foundation

/// Encrypts private keys at rest: AES-256-GCM under a key that HKDF-SHA256 derives from `SECRET_KEY`.
package struct KeySealer: Sendable {
  private let key: SymmetricKey

  /// - Parameter secret: at least 32 bytes.
  package init(secret: String) {
    key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: Data(secret.utf8)), salt: Data("voicememos-auth".utf8),
      info: Data("signing-keys/1".utf8), outputByteCount: 32)
  }

  /// The key's id is authenticated with it, so that no sealed key can take another's place.
  package func seal(_ plain: Data, id: String) throws -> Data {
    guard let sealed = try AES.GCM.seal(plain, using: key, authenticating: Data(id.utf8)).combined else {
      throw SigningKeyError.cannotSeal
    }
    return sealed
  }

  /// - Throws: ``SigningKeyError/wrongSecret`` when another `SECRET_KEY` sealed it, or when it was changed.
  package func open(_ sealed: Data, id: String) throws(SigningKeyError) -> Data {
    do {
      return try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: key, authenticating: Data(id.utf8))
    } catch {
      throw .wrongSecret
    }
  }
}

/// Why the signing keys cannot be used; the service does not start.
package enum SigningKeyError: Error, Equatable, CustomStringConvertible {
  case cannotSeal
  case wrongSecret
  case none

  package var description: String {
    switch self {
    case .cannotSeal: "a signing key could not be encrypted"
    case .wrongSecret: "SECRET_KEY does not open the stored signing keys: it is not the one they were encrypted with"
    case .none: "there is no signing key"
    }
  }
}
