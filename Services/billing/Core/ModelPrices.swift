import Foundation
import Schemas
import ServiceHost

/// Looks prices up in the cost table as it stands now.
package struct ModelPrices: Sendable {
  /// - Throws: ``BillingError/unknownModel`` where no row of the model is in effect at that instant.
  package var factor: @Sendable (_ model: String, _ instant: Date) throws -> CostFactor
  /// One row per model: the one in effect at that instant.
  package var list: @Sendable (_ instant: Date) -> [ModelCost]

  package init(
    factor: @escaping @Sendable (_ model: String, _ instant: Date) throws -> CostFactor,
    list: @escaping @Sendable (_ instant: Date) -> [ModelCost]
  ) {
    self.factor = factor
    self.list = list
  }
}

extension PortKey where Value == ModelPrices {
  package static var modelPrices: Self { PortKey("billing.modelPrices") }
}
