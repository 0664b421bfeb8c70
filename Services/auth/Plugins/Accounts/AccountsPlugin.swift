import AuthCore
import Capabilities
import PasswordHashing
import Persistence
import RateLimiting
import ServiceConfiguration
import ServiceHost

/// Accounts: registration, log-in, sessions, `/user/me`, and their administration.
package struct AccountsPlugin: ServicePlugin {
  package let identity = "auth.accounts"
  package let needs = [PortKey.activationCodes.any, PortKey.sessions.any, PortKey.settings.any, PortKey.audit.any]
  package let migrations = AccountMigrations.all
  private let hasher: PasswordHasher

  package init(hasher: PasswordHasher = PasswordHasher()) {
    self.hasher = hasher
  }

  package func configure(_ variables: VariableReader) -> AccountsConfiguration {
    AccountsConfiguration(variables)
  }

  package func assemble(_ settings: AccountsConfiguration, in assembly: PluginAssembly) async throws -> Contributions {
    let parts = try AccountParts(assembly, hasher: hasher)
    let registration = Registration(
      parts: parts, codes: try assembly.port(.activationCodes),
      rule: PasswordRule(minimumLength: settings.passwordMinimumLength, common: CommonPasswords.bundled))
    let limit = { (limits: RouteLimits) in
      SubjectLimit(limits.name, limits.bySubject, limiter: assembly.limiter, metrics: assembly.metrics)
    }
    let login = Login(parts: parts, absentHash: try await hasher.hash(assembly.identifiers.make()))
    let administration = AccountAdministration(parts: parts)
    return Contributions(
      routes: [
        RegistrationController(registration: registration, limit: limit(settings.register), limits: settings.register)
          .routes,
        SessionController(
          login: login, sessions: SessionRenewal(parts: parts), limits: settings, byAccount: limit(settings.login),
          byUser: limit(settings.refresh)
        ).routes,
        UserController(parts: parts, billing: assembly.billing).routes,
        AdminUsersController(administration: administration).routes,
      ].flatMap { $0 },
      commands: [CreateAdminCommand(registration: registration, randomness: assembly.randomness).command])
  }
}
