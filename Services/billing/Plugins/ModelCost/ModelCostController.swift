import BillingCore
import Capabilities
import Hummingbird
import Schemas
import ServiceHTTP

/// Shows the cost table.
struct ModelCostController: Sendable {
  let prices: ModelPrices
  let clock: WallClock

  var routes: [Route] {
    [
      Route(.get, "/models/costs", "What a character costs on each speech model", access: .user, handler: list),
      Route(
        .get, "/internal/billing/models/costs", "The same for other services", access: .services(["perform", "voice"]),
        handler: list),
    ]
  }

  private func list(_ call: Call) async throws -> Response {
    try Reply.json(ModelCostsAnswer(models: prices.list(clock.now())))
  }
}
