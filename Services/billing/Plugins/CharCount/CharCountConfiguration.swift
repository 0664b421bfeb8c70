import Foundation
import ServiceConfiguration

/// Variables of the plugin: `MONTHLY_CHAR_LIMIT` (4000), `INSTALLATION_CHAR_LIMIT` (none),
/// `RESERVATION_SECONDS` (300) and `BILLING_TIME_ZONE` (UTC).
package struct CharCountConfiguration: Sendable {
  package var rules: LedgerRules
  package var timeZone: TimeZone

  init(_ variables: VariableReader) {
    let characters = 0...1_000_000_000
    rules = LedgerRules(
      monthlyLimit: variables.whole(
        "MONTHLY_CHAR_LIMIT", default: 4000, in: characters, "Effective characters per user and month."),
      installationLimit: variables.optionalWhole(
        "INSTALLATION_CHAR_LIMIT", in: characters, "Effective characters of all users together per month."),
      reservationSeconds: variables.whole(
        "RESERVATION_SECONDS", default: 300, in: 240...86_400,
        "Life of a reservation; longer than any request's deadline."))
    timeZone = variables.parsed(
      "BILLING_TIME_ZONE", kind: "a time zone such as Europe/Madrid", default: .gmt, shownDefault: "UTC",
      "Where a month begins and ends."
    ) { TimeZone(identifier: $0) }
  }
}

/// The limits that reservations are held against.
package struct LedgerRules: Sendable {
  /// For users without a limit of their own.
  package var monthlyLimit: Int
  /// For all users together; `nil` for none.
  package var installationLimit: Int?
  package var reservationSeconds: Int

  package init(monthlyLimit: Int, installationLimit: Int? = nil, reservationSeconds: Int = 300) {
    self.monthlyLimit = monthlyLimit
    self.installationLimit = installationLimit
    self.reservationSeconds = reservationSeconds
  }
}
