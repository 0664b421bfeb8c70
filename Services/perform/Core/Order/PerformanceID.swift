import Crypto
import Foundation

/// Ids of performances: the same user and Idempotency-Key always give the same one.
package enum PerformanceID {
  /// - Returns: a UUID version 8 (RFC 9562, the user's own hash) in lower case.
  package static func derived(user: String, key: String) -> String {
    // The length keeps two pairs from running into one text.
    let digest = SHA256.hash(data: Data("\(user.utf8.count):\(user):\(key)".utf8))
    var bytes = Array(digest.prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    return NSUUID(uuidBytes: bytes).uuidString.lowercased()
  }

  /// Whether a header's value can serve as a key: 1…255 visible ASCII characters.
  package static func isAcceptable(key: String) -> Bool {
    (1...255).contains(key.utf8.count) && key.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }
}
