import Capabilities
import Foundation

/// Eleven letters and digits that let one person register, once.
package struct ActivationCode: Sendable, Equatable {
  package enum State: String, Sendable, CaseIterable {
    case unused, used, expired
  }

  package static let length = 11
  /// Without the letters and digits that are easily taken for one another: 55 bits in eleven characters.
  private static let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")

  /// In upper case; compared without regard to case.
  package var text: String
  package var createdAt: Date
  package var expiresAt: Date?
  /// An account whose password it may reset, instead of registering a new one.
  package var forUser: String?
  package var usedAt: Date?
  package var usedBy: String?

  package init(
    text: String, createdAt: Date, expiresAt: Date? = nil, forUser: String? = nil, usedAt: Date? = nil,
    usedBy: String? = nil
  ) {
    self.text = Self.key(text)
    self.createdAt = createdAt
    self.expiresAt = expiresAt
    self.forUser = forUser
    self.usedAt = usedAt
    self.usedBy = usedBy
  }

  package static func fresh(
    _ randomness: Randomness, createdAt: Date, expiresAt: Date? = nil, forUser: String? = nil
  ) -> ActivationCode {
    ActivationCode(
      text: randomness.text(length: length, alphabet: alphabet), createdAt: createdAt, expiresAt: expiresAt,
      forUser: forUser)
  }

  /// What a person typed, as it is stored.
  package static func key(_ typed: String) -> String { typed.uppercased() }

  package func state(at instant: Date) -> State {
    if usedAt != nil { return .used }
    return expiresAt.map { $0 <= instant } ?? false ? .expired : .unused
  }

  package func lets(register instant: Date) -> Bool {
    state(at: instant) == .unused && forUser == nil
  }
}
