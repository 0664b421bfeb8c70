import AuthCore
import Capabilities
import Foundation
import Persistence
import Schemas
import ServiceClients
import ServiceConfiguration
import ServiceHost
import Tokens

/// Signing keys, access tokens, sessions, service tokens, revocations.
package struct TokensPlugin: ServicePlugin {
  package let identity = "auth.tokens"
  package let provides = [PortKey.sessions.any, PortKey.keySource.any, PortKey.localServiceTokens.any]
  package let needs = [PortKey.audit.any]
  package let migrations = TokensMigrations.all

  package init() {}

  package func configure(_ variables: VariableReader) -> TokensConfiguration {
    TokensConfiguration(variables)
  }

  package func assemble(_ settings: TokensConfiguration, in assembly: PluginAssembly) async throws -> Contributions {
    let database = try assembly.database()
    let ring = try await KeyRing.load(
      from: GRDBSigningKeyStore(database), sealer: KeySealer(secret: settings.secretKey), at: assembly.clock.now())
    let issuer = AccessTokenIssuer(
      ring: ring, lifetime: settings.accessTokenLifetime, clock: assembly.clock, identifiers: assembly.identifiers)
    let revocations = Revocations(
      store: GRDBRevocationStore(database), verifier: assembly.revocations, clock: assembly.clock,
      window: max(settings.accessTokenLifetime, AudioLinkTerms.lifetime))
    try await revocations.restore()

    assembly.provide(.keySource, KeySource { ring.published })
    assembly.provide(.localServiceTokens, LocalServiceTokens { try await issuer.createToken(from: .auth, to: $0) })
    assembly.provide(
      .sessions,
      SessionBook(
        store: GRDBSessionStore(database), issuer: issuer, revocations: revocations,
        audit: try assembly.port(.audit), clock: assembly.clock, identifiers: assembly.identifiers,
        randomness: assembly.randomness, metrics: assembly.metrics))

    let controller = TokensController(
      ring: ring, issuer: issuer, credentials: settings.serviceCredentials, revocations: revocations,
      metrics: assembly.metrics)
    return Contributions(routes: controller.routes)
  }
}
