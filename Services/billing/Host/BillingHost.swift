import BillingCharCount
import BillingModelCost
import BillingMonthlyReset
import ServiceClients
import ServiceHost

/// The billing service: the plugins, in order.
package enum BillingHost {
  package static let definition = HostDefinition(
    service: .billing, defaultPort: 8084,
    plugins: [
      ModelCostPlugin(),
      CharCountPlugin(),
      MonthlyResetPlugin(),
    ])
}
