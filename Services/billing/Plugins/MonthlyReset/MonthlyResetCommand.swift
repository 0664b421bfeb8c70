import BillingCore
import ServiceHost

/// `monthly-reset`: closes ended months and prints their sums and those of the current one.
enum MonthlyResetCommand {
  static func make(_ reset: MonthlyReset) -> MaintenanceCommand {
    MaintenanceCommand(name: "monthly-reset", usage: "Closes ended months and prints their sums.") { _ in
      let closed = try await reset.run().map { line($0.summary, "closed now") }
      return (closed + [line(try await reset.current(), "current")]).joined(separator: "\n")
    }
  }

  private static func line(_ summary: PeriodSummary, _ state: String) -> String {
    """
    \(summary.period) (\(state)): \(summary.charsEffective) characters charged for \(summary.charsRaw) spoken, \
    \(summary.performances) performances, \(summary.users) users, \(summary.openReservations) open reservations
    """
  }
}
