import Crypto
import Foundation
import VoiceCore

/// Seals and opens the chunks of one blob: AES-256-GCM, each under its number and whether it is the last.
///
/// So a chunk opens only in its own place in its own blob, and the last one only where the blob ends.
struct ChunkCipher: Sendable {
  private let key: SymmetricKey
  private let header: Data

  init(_ key: SealingKey, _ header: SealedHeader, of blob: BlobID) {
    self.key = key.blobKey(salt: header.salt, blob)
    self.header = Data(header.bytes)
  }

  func seal(_ plain: [UInt8], number: Int, isLast: Bool) throws -> [UInt8] {
    let box = try AES.GCM.seal(plain, using: key, nonce: try Self.nonce(number, isLast), authenticating: header)
    return Array(box.ciphertext) + Array(box.tag)
  }

  /// - Throws: ``BlobError/damaged(_:)`` where the bytes are not what was sealed.
  func open(_ sealed: [UInt8], number: Int, isLast: Bool) throws -> [UInt8] {
    guard sealed.count >= SealedLayout.tagBytes else { throw BlobError.damaged("cut short") }
    do {
      let box = try AES.GCM.SealedBox(
        nonce: try Self.nonce(number, isLast), ciphertext: sealed.dropLast(SealedLayout.tagBytes),
        tag: sealed.suffix(SealedLayout.tagBytes))
      return Array(try AES.GCM.open(box, using: key, authenticating: header))
    } catch {
      throw BlobError.damaged("chunk \(number) does not open")
    }
  }

  /// 3 bytes of zero, the number in 8, and 1 in the last chunk.
  private static func nonce(_ number: Int, _ isLast: Bool) throws -> AES.GCM.Nonce {
    let digits = (0..<8).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    return try AES.GCM.Nonce(data: [0, 0, 0] + digits + [isLast ? 1 : 0])
  }
}
