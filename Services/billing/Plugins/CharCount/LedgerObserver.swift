import BillingCore
import Logging
import Observability
import Schemas

/// What the ledger's steps leave in metrics and log.
package struct LedgerObserver: Sendable {
  enum Step: String { case reserve, commit, release }

  private let metrics: MetricRegistry
  private let logger: Logger

  package init(metrics: MetricRegistry, logger: Logger) {
    self.metrics = metrics
    self.logger = logger
  }

  func watching(_ step: Step, _ work: () async throws -> ReservationStanding) async throws -> ReservationStanding {
    let stopwatch = Stopwatch()
    defer { metrics.observe("ledger_step_ms", milliseconds: stopwatch.milliseconds, labels: ["step": step.rawValue]) }
    do {
      let standing = try await work()
      if standing.isNew { settled(step, standing.reservation) }
      return standing
    } catch let error as BillingError {
      metrics.increment(
        "ledger_refusals_total", labels: ["step": step.rawValue, "error": error.serviceError.code.rawValue])
      throw error
    }
  }

  private func settled(_ step: Step, _ reservation: Reservation) {
    switch step {
    case .reserve: metrics.increment("ledger_reservations_total")
    case .release: metrics.increment("ledger_releases_total")
    case .commit: reservation.charge.map { charged($0, reservation) }
    }
  }

  private func charged(_ charge: Charge, _ reservation: Reservation) {
    metrics.increment("ledger_commits_total")
    metrics.increment("ledger_chars_raw_total", by: Double(charge.raw))
    metrics.increment("ledger_chars_effective_total", by: Double(charge.effective))
    if let cost = charge.providerCost { metrics.increment("ledger_provider_cost_total", by: Double(cost)) }
    logger.info(
      "characters_charged",
      metadata: [
        "performance_id": "\(reservation.performanceID)", "user_id": "\(reservation.userID)",
        "model": "\(reservation.model)", "period": "\(reservation.period)",
        "chars_raw": .stringConvertible(charge.raw), "chars_effective": .stringConvertible(charge.effective),
      ])
  }

  func swept(expired: Int, open: Int) {
    metrics.set("ledger_reservations_open", to: Double(open), help: "Reservations not settled at the last sweep")
    if expired > 0 { metrics.increment("ledger_reservations_expired_total", by: Double(expired)) }
  }
}
