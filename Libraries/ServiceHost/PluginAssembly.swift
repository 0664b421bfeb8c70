import Capabilities
import Logging
import Observability
import OutboundHTTP
import Persistence
import RateLimiting
import Redis
import ServiceClients
import Synchronization
import Tokens

/// What a plugin is given to build itself from.
package final class PluginAssembly: Sendable {
  package let service: ServiceName
  package let common: CommonConfiguration
  package let capabilities: HostCapabilities
  package let logger: Logger
  package let metrics: MetricRegistry
  /// The verifier's list, so that auth's own revocations hold at once.
  package let revocations: RevocationList
  package let redis: RedisClient?
  /// Counts for the routes' limits and for those that a use checks itself, so that all share their windows.
  package let limiter: any RateLimiter
  package let auth: AuthClient
  package let voice: VoiceClient
  package let billing: BillingClient

  private struct State {
    var ports: [String: any Sendable] = [:]
    var releases: [@Sendable () async -> Void] = []
  }

  let addresses: ServiceAddresses
  private let openedDatabase: Database?
  private let state = Mutex(State())

  init(
    service: ServiceName, common: CommonConfiguration, capabilities: HostCapabilities, logger: Logger,
    metrics: MetricRegistry, revocations: RevocationList, redis: RedisClient?, limiter: any RateLimiter,
    database: Database?, addresses: ServiceAddresses, clients: ServiceClientSet
  ) {
    self.service = service
    self.common = common
    self.capabilities = capabilities
    self.logger = logger
    self.metrics = metrics
    self.revocations = revocations
    self.redis = redis
    self.limiter = limiter
    openedDatabase = database
    self.addresses = addresses
    auth = clients.auth
    voice = clients.voice
    billing = clients.billing
  }

  package var clock: WallClock { capabilities.clock }
  package var steadyClock: SteadyClock { capabilities.steadyClock }
  package var identifiers: Identifiers { capabilities.identifiers }
  package var randomness: Randomness { capabilities.randomness }
  package var pause: Pause { capabilities.pause }
  package var transport: any OutboundTransport { capabilities.transport }

  /// The service's own database; only for plugins of a host in which some plugin has migrations.
  package func database() throws -> Database {
    guard let openedDatabase else { throw AssemblyError.noDatabase(service.rawValue) }
    return openedDatabase
  }

  package func provide<Value>(_ key: PortKey<Value>, _ value: Value) {
    state.withLock { $0.ports[key.name] = value }
  }

  /// A port that the plugin named in ``ServicePlugin/needs``.
  package func port<Value>(_ key: PortKey<Value>) throws -> Value {
    guard let value = find(key) else { throw AssemblyError.notProvided(key.name) }
    return value
  }

  /// A port that may be absent.
  package func find<Value>(_ key: PortKey<Value>) -> Value? {
    state.withLock { $0.ports[key.name] as? Value }
  }

  /// Runs when the host stops, in reverse order, also when assembling fails later on.
  package func onRelease(_ release: @escaping @Sendable () async -> Void) {
    state.withLock { $0.releases.append(release) }
  }

  func release() async {
    let releases = state.withLock { state in
      defer { state.releases = [] }
      return state.releases
    }
    for release in releases.reversed() { await release() }
  }
}

/// The clients for other services, as the host makes them.
struct ServiceClientSet: Sendable {
  var auth: AuthClient
  var voice: VoiceClient
  var billing: BillingClient
}

/// A plugin that asks for what it did not declare, or that did not provide what it declared.
package enum AssemblyError: Error, CustomStringConvertible {
  case notProvided(String)
  case noDatabase(String)

  package var description: String {
    switch self {
    case .notProvided(let port): "the port \(port) was not provided by any plugin assembled so far"
    case .noDatabase(let service): "\(service) has no database: no plugin of it has migrations"
    }
  }
}
