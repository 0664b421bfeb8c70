import Capabilities
import Logging
import ServiceLifecycle

/// Writes expired reservations down every few seconds; the arithmetic itself does not wait for it.
struct ReservationWorker: Service {
  static let interval = Duration.seconds(5)

  let ledger: CharacterLedger
  let pause: Pause
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        await sweep()
        try? await pause.sleep(Self.interval)
      }
    }
  }

  private func sweep() async {
    do {
      try await ledger.sweep()
    } catch {
      logger.error("ledger_sweep_failed", metadata: ["cause": "\(error)"])
    }
  }
}
