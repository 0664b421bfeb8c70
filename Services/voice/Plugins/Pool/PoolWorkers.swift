import Capabilities
import Logging
import ServiceLifecycle

/// Does one thing again and again until the host stops; a failure is logged and the next round comes all the same.
struct RepeatingWorker: Service {
  let name: String
  let interval: Duration
  let pause: Pause
  let logger: Logger
  let round: @Sendable () async throws -> Void

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          try await round()
        } catch {
          logger.warning("worker_round_failed", metadata: ["worker": "\(name)", "error": "\(error)"])
        }
        guard (try? await pause.sleep(interval)) != nil else { return }
      }
    }
  }
}
