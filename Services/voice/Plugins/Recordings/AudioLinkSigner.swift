import Capabilities
import Crypto
import Foundation
import Schemas
import VoiceCore

/// Signs links to one recording's audio with HMAC-SHA256 under a key derived from `SECRET_KEY`.
package struct AudioLinkSigner: Sendable {
  private let key: SymmetricKey
  private let clock: WallClock
  private let isRevoked: @Sendable (_ userID: String, _ issuedAt: Date) -> Bool

  /// - Parameter isRevoked: whether a user's links of that instant are void although not expired.
  package init(
    secret: String, clock: WallClock,
    isRevoked: @escaping @Sendable (_ userID: String, _ issuedAt: Date) -> Bool = { _, _ in false }
  ) {
    key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: Data(secret.utf8)), info: Data("voice.audio-links.2".utf8),
      outputByteCount: 32)
    self.clock = clock
    self.isRevoked = isRevoked
  }

  package var links: AudioLinks { AudioLinks(link: link, verify: verify) }

  /// Path and query, valid for ``AudioLinkTerms/lifetime``.
  package func link(_ userID: String, _ recordingID: String) -> String {
    let issued = String(clock.now().milliseconds)
    let code = HMAC<SHA256>.authenticationCode(for: Self.message(userID, recordingID, issued), using: key)
    let path = "/users/\(Self.escaped(userID))/recordings/\(Self.escaped(recordingID))/audio"
    return "\(path)?issued=\(issued)&signature=\(code.hexadecimal)"
  }

  /// - Throws: `SIGNATURE_INVALID`.
  package func verify(_ userID: String, _ recordingID: String, _ query: AudioLinkQuery) throws {
    guard let issued = query.issued, let signature = query.signature.flatMap(Self.bytes),
      HMAC<SHA256>.isValidAuthenticationCode(
        signature, authenticating: Self.message(userID, recordingID, issued), using: key),
      let milliseconds = Int64(issued), isInForce(Date(milliseconds: milliseconds), userID)
    else { throw ServiceError(.signatureInvalid) }
  }

  private func isInForce(_ issuedAt: Date, _ userID: String) -> Bool {
    let age = clock.now().timeIntervalSince(issuedAt)
    return age < TimeInterval(AudioLinkTerms.lifetime.components.seconds) && !isRevoked(userID, issuedAt)
  }

  private static func message(_ userID: String, _ recordingID: String, _ issued: String) -> Data {
    Data([userID, recordingID, issued].joined(separator: "\n").utf8)
  }

  private static func escaped(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(CharacterSet(charactersIn: "-._~"))) ?? text
  }

  private static func bytes(_ text: String) -> [UInt8]? {
    let digits = text.utf8.map { Character(UnicodeScalar($0)).hexDigitValue }
    guard digits.count == 64, !digits.contains(nil) else { return nil }
    return stride(from: 0, to: 64, by: 2).map { UInt8((digits[$0] ?? 0) << 4 | (digits[$0 + 1] ?? 0)) }
  }
}
