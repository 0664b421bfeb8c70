import BillingCore
import Schemas
import ServiceConfiguration
import ServiceHost

/// What a character costs on which model: provides ``BillingCore/ModelPrices``.
package struct ModelCostPlugin: ServicePlugin {
  package let identity = "billing.modelCost"
  package let provides = [PortKey.modelPrices.any]

  package init() {}

  package func configure(_ variables: VariableReader) -> ModelCostConfiguration {
    ModelCostConfiguration(variables)
  }

  package func assemble(
    _ settings: ModelCostConfiguration, in assembly: PluginAssembly
  ) async throws -> Contributions {
    let file = try CostTableFile(
      path: settings.file, clock: assembly.clock, logger: assembly.logger, metrics: assembly.metrics)
    let prices = ModelPrices(file)
    assembly.provide(.modelPrices, prices)
    return Contributions(
      routes: ModelCostController(prices: prices, clock: assembly.clock).routes,
      healthFacts: ModelCostFacts(model: settings.model, prices: prices, clock: assembly.clock).facts)
  }
}

extension ModelPrices {
  init(_ file: CostTableFile) {
    self.init(
      factor: { model, instant in
        guard let factor = file.table.factor(of: model, at: instant) else { throw BillingError.unknownModel }
        return factor
      },
      list: { file.table.rows(at: $0) })
  }
}
