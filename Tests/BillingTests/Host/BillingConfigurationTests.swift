import BillingHost
import ServiceConfiguration
import ServiceHost
import TestSupport
import Testing

@Suite struct BillingConfigurationTests {
  @Test("Every variable that cannot be used is reported in one answer")
  func refused() {
    let environment = [
      "SERVICE_SECRET": TestEnvironment.serviceSecret, "MONTHLY_CHAR_LIMIT": "many",
      "BILLING_TIME_ZONE": "Mars/Olympus",
      "RESERVATION_SECONDS": "1", "ELEVEN_LABS_MODEL": "nobody_v9", "BILLING_TIMEZONE": "UTC",
    ]

    let refused = #expect(throws: ConfigurationRefused.self) { try BillingHost.definition.check(environment) }

    #expect(
      refused?.problems.map(\.variable).sorted() == [
        "BILLING_TIMEZONE", "BILLING_TIME_ZONE", "ELEVEN_LABS_MODEL", "MONTHLY_CHAR_LIMIT", "RESERVATION_SECONDS",
      ])
  }

  @Test("A cost table that is not there is refused at the start")
  func noTable() {
    let environment = ["SERVICE_SECRET": TestEnvironment.serviceSecret, "MODEL_COSTS_FILE": "/nowhere/costs.json"]

    let refused = #expect(throws: ConfigurationRefused.self) { try BillingHost.definition.check(environment) }

    #expect(refused?.problems.map(\.variable) == ["MODEL_COSTS_FILE"])
  }
}
