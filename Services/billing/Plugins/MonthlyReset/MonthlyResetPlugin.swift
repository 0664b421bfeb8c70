import BillingCore
import Persistence
import ServiceHost

/// Closes calendar months: by itself, for the operator and from the command line.
package struct MonthlyResetPlugin: ServicePlugin {
  package let identity = "billing.monthlyReset"
  package let needs = [PortKey.billingCalendar.any, PortKey.periodBooks.any]
  package let migrations = GRDBPeriodClosingStore.migrations

  package init() {}

  package func assemble(_ settings: NoSettings, in assembly: PluginAssembly) async throws -> Contributions {
    let reset = MonthlyReset(
      books: try assembly.port(.periodBooks), closings: GRDBPeriodClosingStore(try assembly.database()),
      calendar: try assembly.port(.billingCalendar), clock: assembly.clock, logger: assembly.logger)
    return Contributions(
      routes: MonthlyResetController(reset: reset).routes,
      workers: [assembly.worker("monthlyReset.closing", every: .seconds(60)) { _ = try await reset.run() }],
      commands: [MonthlyResetCommand.make(reset)])
  }
}
