import BillingCore
import Persistence
import ServiceConfiguration
import ServiceHost

/// The ledger of characters: reservations, charges, limits and usage.
package struct CharCountPlugin: ServicePlugin {
  package let identity = "billing.charCount"
  package let provides = [PortKey.billingCalendar.any, PortKey.periodBooks.any]
  package let needs = [PortKey.modelPrices.any]
  package let migrations = LedgerMigrations.all

  package init() {}

  package func configure(_ variables: VariableReader) -> CharCountConfiguration {
    CharCountConfiguration(variables)
  }

  package func assemble(
    _ settings: CharCountConfiguration, in assembly: PluginAssembly
  ) async throws -> Contributions {
    let calendar = BillingCalendar(timeZone: settings.timeZone)
    let ledger = CharacterLedger(
      store: GRDBLedgerStore(try assembly.database()), prices: try assembly.port(.modelPrices), calendar: calendar,
      rules: settings.rules, clock: assembly.clock,
      observer: LedgerObserver(metrics: assembly.metrics, logger: assembly.logger))
    assembly.provide(.billingCalendar, calendar)
    assembly.provide(.periodBooks, ledger)
    return Contributions(
      routes: ReservationController(ledger: ledger).routes + UsageController(ledger: ledger).routes,
      workers: [assembly.worker("charCount.expiry", every: .seconds(5)) { try await ledger.sweep() }],
      readiness: [readiness(of: ledger)], commands: [LedgerCheckCommand.make(ledger)])
  }

  private func readiness(of ledger: CharacterLedger) -> ReadinessCheck {
    ReadinessCheck(name: "ledger") {
      do {
        _ = try await ledger.store.read { try $0.openReservations() }
        return nil
      } catch {
        return "the database cannot be read"
      }
    }
  }
}
