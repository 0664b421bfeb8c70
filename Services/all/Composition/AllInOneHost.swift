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
  package static let definitions = [
    AuthHost.definition, VoiceHost.definition, PerformHost.definition, BillingHost.definition,
  ]
  package static let defaultPort = 8080

  package let hosts: [AssembledHost]
  private let addresses: ServiceAddresses
  private let publicHost: String
  private let publicPort: Int
  private let transportSecurity: TransportSecurity?

  /// - Throws: ``ConfigurationRefused`` with the problems of all services, each once.
  package init(environment: [String: String], capabilities: HostCapabilities) async throws {
    let defaults = try EmbeddedDefaults(environment: environment, randomness: capabilities.randomness)
    try Self.check(defaults)
    let front = VariableReader(environment)
    publicHost = front.text("HOST", default: "127.0.0.1", "Address to listen on.")
    publicPort = front.whole("PORT", default: Self.defaultPort, in: 0...65_535, "Port to listen on.")
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
    transportSecurity = hosts.first?.common.transportSecurity
  }

  /// Whether clients must speak TLS to the public listener.
  package var isSecure: Bool { transportSecurity != nil }

  /// Every public route, then each service's own status routes under `/{service}` and the aggregate ones bare.
  package var publicTable: RouteTable {
    var table = RouteTable()
    for host in hosts {
      table.add(host.routes.filter { !$0.isInternal }, through: host.pipeline)
      table.add(
        StatusRoutes.routes(for: [host.status], prefix: "/\(host.service.rawValue)"), through: host.pipeline)
    }
    if let first = hosts.first {
      table.add(StatusRoutes.routes(for: hosts.map(\.status)), through: first.pipeline)
    }
    return table
  }

  private var internalTable: RouteTable {
    var table = RouteTable()
    for host in hosts { table.add(host.routes, through: host.pipeline) }
    return table
  }

  /// Everything that runs: both listeners and the services' workers.
  ///
  /// - Parameter onListening: told the public port once both listeners take requests.
  package func services(onListening: @escaping @Sendable (_ port: Int) async -> Void) throws -> [any Service] {
    guard let logger = hosts.first?.logger else { return [] }
    let both = Gate(count: 2)
    let inner = try HostServer.make(table: internalTable, host: "127.0.0.1", port: 0, security: nil, logger: logger) {
      port in
      for service in ServiceName.allCases { addresses.set("http://127.0.0.1:\(port)", for: service) }
      await both.arrive()
    }
    let outer = try HostServer.make(
      table: publicTable, host: publicHost, port: publicPort, security: transportSecurity, logger: logger
    ) { port in
      await both.arrive()
      await both.opened()
      await onListening(port)
    }
    return hosts.flatMap(\.workers) + [inner, outer, HostLifetime(hosts)]
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
