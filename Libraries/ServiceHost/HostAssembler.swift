import Foundation
import Logging
import Observability
import OutboundHTTP
import Persistence
import RateLimiting
import Redis
import Schemas
import ServiceClients
import ServiceConfiguration
import ServiceHTTP
import Tokens

extension HostDefinition {
  /// Builds the host: configuration, database, plugins in order. Opens no socket and calls nobody.
  ///
  /// - Parameter addresses: where the services are; by default from the configuration.
  /// - Throws: ``ConfigurationRefused``, ``PluginOrderError``, or what a plugin's assembly threw, after releasing
  ///   what was assembled before.
  package func assemble(
    environment: [String: String], capabilities: HostCapabilities, addresses: ServiceAddresses? = nil
  ) async throws -> AssembledHost {
    let variables = VariableReader(environment)
    let (common, plugins) = try configured(by: variables)
    variables.reportUnknown()
    guard variables.problems.isEmpty else { throw ConfigurationRefused(problems: variables.problems) }
    let parts = try HostParts(self, common, capabilities, addresses ?? ServiceAddresses(common.addresses))
    for warning in variables.warnings { parts.logger.warning("configuration", metadata: ["warning": "\(warning)"]) }
    do {
      var contributions: [Contributions] = []
      for plugin in plugins { contributions.append(try await plugin.assemble(parts.assembly)) }
      return AssembledHost(definition: self, parts: parts, contributions: contributions)
    } catch {
      await parts.release()
      throw error
    }
  }
}

/// What a host has before its plugins: database, clients, verifier.
struct HostParts: Sendable {
  let common: CommonConfiguration
  let capabilities: HostCapabilities
  let logger: Logger
  let metrics = MetricRegistry()
  let assembly: PluginAssembly
  let verifier: TokenVerifier
  private let database: Database?

  init(
    _ definition: HostDefinition, _ common: CommonConfiguration, _ capabilities: HostCapabilities,
    _ addresses: ServiceAddresses
  ) throws {
    self.common = common
    self.capabilities = capabilities
    let service = definition.service
    logger = Logger(label: service.rawValue) { _ in
      JSONLogHandler(
        service: service.rawValue, level: common.logLevel, clock: capabilities.clock, sink: capabilities.logSink)
    }
    database = try Self.openDatabase(of: definition, in: common.dataDirectory)
    let redis = common.redis.map { RedisClient(address: $0) }
    let found = Weak()
    let tokens = ServiceTokenSource(clock: capabilities.clock) { audience in
      if let local = found.assembly?.find(.localServiceTokens) { return try await local.issue(audience) }
      return try await ServiceTokenExchange(
        service: service, secret: common.serviceSecret, addresses: addresses, transport: capabilities.transport
      ).token(for: audience)
    }
    let caller = { (target: ServiceName) in
      ServiceCaller(to: target, addresses: addresses, tokens: tokens, transport: capabilities.transport)
    }
    let revocations = RevocationList()
    assembly = PluginAssembly(
      service: service, common: common, capabilities: capabilities, logger: logger, metrics: metrics,
      revocations: revocations, redis: redis,
      limiter: MemoryRateLimiter(clock: capabilities.clock), database: database, addresses: addresses,
      clients: ServiceClientSet(
        auth: AuthClient(caller: caller(.auth)), voice: VoiceClient(caller: caller(.voice)),
        billing: BillingClient(caller: caller(.billing))))
    found.assembly = assembly
    verifier = TokenVerifier(
      source: Self.keySource(found, addresses, capabilities.transport), revocations: revocations,
      clock: capabilities.clock)
    if let redis { assembly.onRelease { redis.close() } }
  }

  func release() async {
    await assembly.release()
    try? database?.close()
  }

  private static func openDatabase(of definition: HostDefinition, in folder: String) throws -> Database? {
    let migrations = definition.plugins.flatMap(\.migrations)
    guard !migrations.isEmpty else { return nil }
    return try Database(path: "\(folder)/\(definition.service.rawValue).sqlite", migrations: migrations)
  }

  private static func keySource(
    _ found: Weak, _ addresses: ServiceAddresses, _ transport: any OutboundTransport
  ) -> KeySource {
    KeySource {
      if let local = found.assembly?.find(.keySource) { return try await local.fetch() }
      return try await PublishedKeys(addresses: addresses, transport: transport).fetch()
    }
  }
}

/// Breaks the circle between the assembly and the clients that look ports up in it.
private final class Weak: @unchecked Sendable {
  weak var assembly: PluginAssembly?
}
