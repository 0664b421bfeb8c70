/// Why a bearer token is refused.
package enum TokenError: Error, Sendable, Equatable {
  /// Not a token of ours: malformed, another algorithm, an unknown key, a wrong signature, issuer or audience.
  case invalid(String)
  case expired
  case notYetValid
  /// Issued before the user was disabled, erased or logged out everywhere.
  case revoked
  /// The verification keys could not be had.
  case keysUnavailable
}
