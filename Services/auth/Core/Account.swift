import Foundation
import Schemas

/// Somebody who can log in.
package struct Account: Sendable, Equatable {
  package var id: String
  package var username: Username
  package var email: EmailAddress
  /// Argon2id, or bcrypt until the first login after an import. Never leaves auth.
  package var passwordHash: String
  package var role: Role
  package var disabled: Bool
  /// Whether the operator lets this account clone a voice.
  package var voiceCloning: Bool
  package var createdAt: Date
  /// Grows with every change that other services may see.
  package var version: Int

  package init(
    id: String, username: Username, email: EmailAddress, passwordHash: String, role: Role = .user,
    disabled: Bool = false, voiceCloning: Bool = true, createdAt: Date, version: Int = 1
  ) {
    self.id = id
    self.username = username
    self.email = email
    self.passwordHash = passwordHash
    self.role = role
    self.disabled = disabled
    self.voiceCloning = voiceCloning
    self.createdAt = createdAt
    self.version = version
  }

  package var administrates: Bool { role == .admin && !disabled }
}
