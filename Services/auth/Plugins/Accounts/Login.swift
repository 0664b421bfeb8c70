import AuthCore
import Logging
import Observability
import PasswordHashing
import Schemas

/// Opens a session for somebody who knows their password.
struct Login: Sendable {
  let parts: AccountParts
  /// A hash of nobody's password: verified for unknown names, so that they take as long as known ones.
  let absentHash: String

  /// - Throws: `INVALID_CREDENTIALS`, whether the name or the password was wrong; `ACCOUNT_DISABLED` for a right one.
  func login(_ request: LoginRequest) async throws -> SessionAnswer {
    let account = try await authenticated(request)
    guard !account.disabled else {
      try await parts.audit.record(.loginRefused, by: account.id, about: account.id)
      throw ServiceError(.accountDisabled)
    }
    let tokens = try await parts.sessions.open(for: account.id, role: account.role)
    let settings = try await parts.settings.settings(of: account.id).settings
    try await parts.audit.record(.loggedIn, by: account.id, about: account.id)
    parts.metrics.increment("logins_total", labels: ["outcome": "succeeded"])
    return SessionAnswer(account, tokens, settings: settings)
  }

  private func authenticated(_ request: LoginRequest) async throws -> Account {
    let account = try await parts.store.account(named: request.username.nameKey)
    let verdict = try await parts.passwords.verify(request.password, against: account?.passwordHash ?? absentHash)
    guard let account, verdict != .mismatch else {
      try await parts.audit.record(.loginFailed, by: nil, about: account?.id)
      parts.metrics.increment("logins_total", labels: ["outcome": "failed"])
      throw ServiceError(.invalidCredentials)
    }
    if verdict == .matchNeedsRehash { await rehash(account, request.password) }
    return account
  }

  /// An old hash is still good: a full queue puts the new one off to the next login.
  private func rehash(_ account: Account, _ password: String) async {
    do {
      try await parts.store.setPasswordHash(parts.passwords.hash(password), of: account.id)
      try await parts.audit.record(.passwordRehashed, by: account.id, about: account.id)
    } catch {
      parts.logger.warning("password_rehash_failed")
    }
  }
}
