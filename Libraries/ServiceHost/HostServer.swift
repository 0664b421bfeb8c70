import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import ServiceHTTP
import ServiceLifecycle

/// A listener for one or more hosts' routes.
package enum HostServer {
  /// - Throws: when the certificate or its key cannot be used.
  /// - Parameter onListening: told the real port, which differs from the asked one when that was 0.
  package static func make(
    table: RouteTable, host: String, port: Int, security: TransportSecurity?, idle: Duration, logger: Logger,
    onListening: @escaping @Sendable (_ port: Int) async -> Void
  ) throws -> some Service {
    var quiet = logger
    quiet.logLevel = max(logger.logLevel, .warning)
    let http1 = HTTPServerBuilder.http1(
      configuration: .init(
        additionalChannelHandlers: [HangUpHandler(), LingeringCloseHandler(), StalledWriteHandler(longest: idle)],
        idleTimeout: .init(idle)))
    return Application(
      responder: table.responder(),
      server: try security.map { try .tls(http1, tlsConfiguration: $0.configuration()) } ?? http1,
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), serverName: nil, reuseAddress: true),
      onServerRunning: { channel in
        await onListening(channel.localAddress?.port ?? port)
      },
      logger: quiet)
  }
}

/// Tells the hosts to call themselves not ready as soon as shutdown begins, and holds the listener open until front
/// doors had time to see it.
package struct HostLifetime: Service {
  private let hosts: [AssembledHost]
  private let drain: Duration

  package init(_ hosts: [AssembledHost]) {
    self.hosts = hosts
    drain = hosts.map(\.common.connections.drain).max() ?? .zero
  }

  package func run() async throws {
    try? await gracefulShutdown()
    for host in hosts { host.status.beginDraining() }
    try await Task.sleep(for: drain)
  }
}
