import Foundation
import PerformCore
import Schemas
import ServiceHost

/// The configured model's price for `/health`, asked of billing when somebody looks.
struct ModelCostFact: Sendable {
  let charges: any Charges
  let speech: any SpeechSynthesizing

  var fact: HealthFact {
    HealthFact("model_cost_factor") {
      guard let model = try? speech.model(nil), let costs = try? await charges.modelCosts(),
        let cost = costs.models.first(where: { $0.modelID == model })
      else { return .null }
      return .number(NSDecimalNumber(decimal: cost.costFactor).doubleValue)
    }
  }
}
