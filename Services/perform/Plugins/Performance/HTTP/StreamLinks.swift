import Capabilities
import Crypto
import Foundation
import PerformCore
import Schemas

/// Links that open one performance's audio without a token, for a page's `<audio>`.
///
/// A link holds the performance's id, its end and a signature: nothing of what is said. Every replica can check it,
/// since the key comes from the service's own secret.
struct StreamLinks: Sendable {
  static let lifetime = TimeInterval(600)

  private let key: SymmetricKey
  private let clock: WallClock

  init(secret: String, clock: WallClock) {
    key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: Data(secret.utf8)), info: Data("perform stream links".utf8),
      outputByteCount: 32)
    self.clock = clock
  }

  /// Path and query.
  func link(to performanceID: String) -> String {
    let expires = Int(clock.now().addingTimeInterval(Self.lifetime).timeIntervalSince1970)
    return "/perform/\(performanceID)/stream?expires=\(expires)&signature=\(signature(performanceID, expires))"
  }

  /// - Throws: `SIGNATURE_INVALID`.
  func check(_ performanceID: String, expires: String?, signature: String?) throws(ServiceError) {
    guard let end = expires.flatMap(Int.init), let signature, let code = Data(hexadecimal: signature),
      clock.now().timeIntervalSince1970 < Double(end),
      HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Self.message(performanceID, end), using: key)
    else { throw ServiceError(.signatureInvalid) }
  }

  private func signature(_ performanceID: String, _ expires: Int) -> String {
    HMAC<SHA256>.authenticationCode(for: Self.message(performanceID, expires), using: key).hexadecimal
  }

  private static func message(_ performanceID: String, _ expires: Int) -> Data {
    Data("\(performanceID)\n\(expires)".utf8)
  }
}

extension Data {
  fileprivate init?(hexadecimal text: String) {
    let digits = text.compactMap(\.hexDigitValue)
    guard digits.count == text.count, digits.count % 2 == 0 else { return nil }
    self.init(stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
  }
}
