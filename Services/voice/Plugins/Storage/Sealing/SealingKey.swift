import Crypto
import Foundation
import VoiceCore

/// The key under which audio lies on disk, derived from `SECRET_KEY` by HKDF-SHA256.
package struct SealingKey: Sendable {
  private static let salt = Data("voicememos-voice".utf8)

  private let secret: SymmetricKey
  /// Names the key without telling anything about it; stands in front of every blob.
  let id: [UInt8]

  /// - Parameter secret: at least 32 bytes.
  package init(secret: String) {
    self.secret = Self.derived(secret, "blobs/1")
    id = Self.derived(secret, "blobs/1/id").withUnsafeBytes { Array($0.prefix(SealedHeader.keyIDBytes)) }
  }

  /// Each blob has a key of its own, so chunks can be numbered from zero and no blob can take another's place.
  func blobKey(salt: [UInt8], _ blob: BlobID) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(inputKeyMaterial: secret, salt: salt, info: Data(blob.text.utf8), outputByteCount: 32)
  }

  private static func derived(_ secret: String, _ purpose: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: Data(secret.utf8)), salt: salt, info: Data(purpose.utf8),
      outputByteCount: 32)
  }
}
