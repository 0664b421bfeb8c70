import BillingCore
import Capabilities
import Logging
import ServiceLifecycle

/// Closes ended periods without being asked, soon after they end or after the next start.
struct PeriodClosingWorker: Service {
  static let interval = Duration.seconds(60)

  let reset: MonthlyReset
  let pause: Pause
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        await close()
        try? await pause.sleep(Self.interval)
      }
    }
  }

  private func close() async {
    do {
      for closing in try await reset.run() {
        logger.notice(
          "period_closed",
          metadata: [
            "period": "\(closing.summary.period)",
            "chars_effective": .stringConvertible(closing.summary.charsEffective),
          ])
      }
    } catch {
      logger.error("period_closing_failed", metadata: ["cause": "\(error)"])
    }
  }
}
