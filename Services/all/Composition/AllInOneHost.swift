import AuthHost
import BillingHost
import Foundation
import Hummingbird
import OutboundHTTP
import PerformHost
import ServiceClients
import ServiceConfiguration
import ServiceHTTP
import ServiceHost
import ServiceLifecycle
import VoiceHost

/// The four services in one process: the same hosts and plugins, and the same HTTP between them.
///
/// One public listener has every route except the internal ones; a second one, on a loopback port of its own,
/// has all of them and is what the services call each other by.
package struct AllInOneHost: Sendable {
  package static let definitions = [ServiceName.auth, .voice, .perform, .billing].map(definition)
  package static let defaultPort = 8080

  package let hosts: [AssembledHost]
  private let addresses: ServiceAddresses
  private let common: CommonConfiguration

  /// - Throws: ``ConfigurationRefused`` with the problems of all services, each once.
  package init(environment: [String: String], capabilities: HostCapabilities) async throws {
    let defaults = try EmbeddedDefaults(environment: environment, randomness: capabilities.randomness)
    try Self.check(defaults)
    addresses = ServiceAddresses([:])
    var hosts: [AssembledHost] = []
    do {
      for definition in Self.definitions {
        hosts.append(
          try await definition.assemble(
            environment: defaults.environments[definition.service] ?? [:], capabilities: capabilities,
            addresses: addresses))
      }
    } catch {
      for host in hosts { await host.release() }
      throw error
    }
    self.hosts = hosts
    common = hosts[0].common
  }

  /// One service alone, beside others that may be running, for its maintenance commands.
  ///
  /// - Throws: ``ConfigurationRefused``.
  package static func owner(
    of service: ServiceName, environment: [String: String], capabilities: HostCapabilities
  ) async throws -> AssembledHost {
    let defaults = try EmbeddedDefaults(environment: environment, randomness: capabilities.randomness)
    try check(defaults)
    return try await definition(of: service).assemble(
      environment: defaults.environments[service] ?? [:], capabilities: capabilities,
      addresses: ServiceAddresses([:]))
  }

  private static func definition(of service: ServiceName) -> HostDefinition {
    switch service {
    case .auth: AuthHost.definition
    case .voice: VoiceHost.definition
    case .perform: PerformHost.definition
    case .billing: BillingHost.definition
    }
  }

  /// Whether clients must speak TLS to the public listener.
  package var isSecure: Bool { common.transportSecurity != nil }

  var connections: ConnectionConfiguration { common.connections }

  /// Runs `work`, and explains a failure to listen.
  func explainingStart(_ work: () async throws -> Void) async throws {
    try await StartProblem.explaining(common, work)
  }

  /// Every public route, then each service's own status routes under `/{service}` and the aggregate ones bare.
  package var publicTable: RouteTable {
    var table = RouteTable()
    for host in hosts {
      table.add(host.routes.filter { !$0.isInternal }, through: host.pipeline)
      table.add(StatusRoutes.routes(for: [host], prefix: "/\(host.service.rawValue)"), through: host.pipeline)
    }
    if let first = hosts.first {
      table.add(StatusRoutes.routes(for: hosts), through: first.pipeline)
    }
    return table
  }

  private var internalTable: RouteTable {
    var table = RouteTable()
    for host in hosts { table.add(host.routes, through: host.pipeline) }
    return table
  }

  /// Everything that runs, to be stopped in reverse: workers that finish accepted work still reach the services.
  ///
  /// - Parameter onListening: told the public port once both listeners take requests.
  package func services(onListening: @escaping @Sendable (_ port: Int) async -> Void) throws -> [any Service] {
    let logger = hosts[0].logger
    let both = Gate(count: 2)
    let inner = try HostServer.make(
      table: internalTable, host: "127.0.0.1", port: 0, security: nil, idle: connections.idle, logger: logger
    ) {
      port in
      for service in ServiceName.allCases { addresses.set("http://127.0.0.1:\(port)", for: service) }
      await both.arrive()
    }
    let outer = try HostServer.make(
      table: publicTable, host: common.host, port: common.port, security: common.transportSecurity,
      idle: connections.idle, logger: logger
    ) { port in
      await both.arrive()
      await both.opened()
      await onListening(port)
    }
    return [inner] + hosts.flatMap(\.workers) + [outer, HostLifetime(hosts)]
  }

  /// Runs a maintenance command of one service.
  package func command(_ name: String, of service: ServiceName, _ arguments: [String]) async throws -> String? {
    let host = hosts.first { $0.service == service }
    return try await host?.commands.first { $0.name == name }?.run(arguments)
  }

  package func release() async {
    for host in hosts.reversed() { await host.release() }
  }

  /// Every variable that any of the four hosts reads; one that several read stands once.
  package static func declaredVariables() throws -> [VariableDeclaration] {
    var declared: [VariableDeclaration] = []
    for variable in try definitions.flatMap({ try $0.declaredVariables() }) {
      if let known = declared.firstIndex(where: { $0.name == variable.name }) {
        if !declared[known].owner.contains(variable.owner) { declared[known].owner += ", \(variable.owner)" }
      } else {
        declared.append(variable)
      }
    }
    return declared
  }

  package static func check(_ defaults: EmbeddedDefaults) throws {
    var problems: [ConfigurationProblem] = []
    for definition in definitions {
      do {
        try definition.check(defaults.environments[definition.service] ?? [:])
      } catch let refused as ConfigurationRefused {
        problems += refused.problems.filter { !problems.contains($0) }
      }
    }
    guard problems.isEmpty else { throw ConfigurationRefused(problems: problems) }
  }
}
