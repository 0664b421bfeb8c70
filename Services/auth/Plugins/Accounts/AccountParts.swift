import AuthCore
import Capabilities
import Logging
import Observability
import PasswordHashing
import Schemas
import ServiceHost

/// What the uses of this plugin work with.
struct AccountParts: Sendable {
  let store: any AccountStore
  let passwords: Passwords
  let sessions: any SessionKeeping
  let settings: any SettingsReading
  let audit: any AuditRecording
  let clock: WallClock
  let identifiers: Identifiers
  let metrics: MetricRegistry
  let logger: Logger

  init(_ assembly: PluginAssembly, hasher: PasswordHasher) throws {
    store = GRDBAccountStore(try assembly.database(), codes: try assembly.port(.activationCodes))
    passwords = Passwords(hasher: hasher)
    sessions = try assembly.port(.sessions)
    settings = try assembly.port(.settings)
    audit = try assembly.port(.audit)
    clock = assembly.clock
    identifiers = assembly.identifiers
    metrics = assembly.metrics
    logger = assembly.logger
  }

  /// The account behind a verified token.
  ///
  /// - Throws: `UNAUTHENTICATED` for an erased one, `ACCOUNT_DISABLED`.
  func currentUser(_ id: String) async throws -> Account {
    guard let account = try await store.account(id) else { throw ServiceError(.unauthenticated) }
    guard !account.disabled else { throw ServiceError(.accountDisabled) }
    return account
  }
}

extension SessionAnswer {
  init(_ account: Account, _ tokens: SessionTokens, settings: UserSettings? = nil) {
    self.init(
      userID: account.id, username: account.username.text, email: account.email.text,
      accessToken: tokens.accessToken, refreshToken: tokens.refreshToken, expiresIn: tokens.expiresIn,
      settings: settings)
  }
}
