import Logging
import ServiceLifecycle
import UnixSignals

extension ServiceGroup {
  /// Runs `services` until SIGTERM or SIGINT, then stops them in reverse order, within the configured bounds.
  package static func untilSignal(_ services: [any Service], _ connections: ConnectionConfiguration) -> ServiceGroup {
    var configuration = ServiceGroupConfiguration(
      services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint],
      logger: Logger(label: "lifecycle") { _ in SwiftLogNoOpLogHandler() })
    configuration.maximumGracefulShutdownDuration = connections.drain + connections.shutdown
    return ServiceGroup(configuration: configuration)
  }
}
