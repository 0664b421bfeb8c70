import Capabilities
import Crypto
import Foundation

/// A refresh token: 32 random bytes as text for the client, only their digest in the database.
package struct RefreshToken: Sendable, Equatable {
  /// How long one may rest unused.
  static let lifetime: TimeInterval = 30 * 86_400

  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  static func fresh(_ randomness: Randomness) -> RefreshToken {
    RefreshToken(Data(randomness.bytes(32)).base64URL)
  }

  package var digest: Data { Data(SHA256.hash(data: Data(text.utf8))) }
}
