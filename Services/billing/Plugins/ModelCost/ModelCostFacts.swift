import BillingCore
import Capabilities
import Foundation
import Schemas
import ServiceHost

/// The configured speech model and its factor in `/health`.
struct ModelCostFacts: Sendable {
  let model: String
  let prices: ModelPrices
  let clock: WallClock

  var facts: [HealthFact] {
    [
      HealthFact("elevenlabs_model") { .string(model) },
      HealthFact("model_cost_factor") {
        guard let factor = try? prices.factor(model, clock.now()) else { return .null }
        return .number(NSDecimalNumber(decimal: factor.decimal).doubleValue)
      },
    ]
  }
}
