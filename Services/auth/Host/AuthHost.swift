import AuthAccounts
import AuthActivationCodes
import AuthAudit
import AuthSettings
import AuthTokens
import ServiceClients
import ServiceHost

/// auth: accounts, tokens, settings, activation codes.
package enum AuthHost {
  package static let definition = HostDefinition(
    service: .auth, defaultPort: 8081,
    plugins: [
      AuditPlugin(),
      ActivationCodesPlugin(),
      TokensPlugin(),
      SettingsPlugin(),
      AccountsPlugin(),
    ])
}
