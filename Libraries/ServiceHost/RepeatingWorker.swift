import Capabilities
import Logging
import ServiceClients
import ServiceLifecycle

/// Does one thing again and again until the host stops; a failure is logged and the next round comes all the same.
package struct RepeatingWorker: Service {
  private let name: String
  private let interval: Duration
  private let pause: Pause
  private let logger: Logger
  private let round: @Sendable () async throws -> Void

  /// - Parameters:
  ///   - name: for the log.
  ///   - interval: between the end of a round and the beginning of the next; the first begins at once.
  package init(
    name: String, interval: Duration, pause: Pause, logger: Logger, round: @escaping @Sendable () async throws -> Void
  ) {
    self.name = name
    self.interval = interval
    self.pause = pause
    self.logger = logger
    self.round = round
  }

  package func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        await runRound()
        guard (try? await pause.sleep(interval)) != nil else { return }
      }
    }
  }

  private func runRound() async {
    do {
      try await round()
    } catch {
      logger.warning("worker_round_failed", metadata: ["worker": "\(name)", "error": "\(error)"])
    }
  }
}

extension PluginAssembly {
  /// A worker on this host's clock and log; the name is completed with the service's.
  package func worker(
    _ name: String, every interval: Duration, _ round: @escaping @Sendable () async throws -> Void
  ) -> RepeatingWorker {
    RepeatingWorker(name: "\(service.rawValue).\(name)", interval: interval, pause: pause, logger: logger, round: round)
  }
}
