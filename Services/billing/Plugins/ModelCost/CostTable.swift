import BillingCore
import Foundation
import Schemas

/// The dated prices of every speech model.
package struct CostTable: Sendable {
  private struct DatedPrice {
    var from: Date
    var factor: CostFactor
    var row: ModelCost
  }

  /// Newest price first.
  private let prices: [String: [DatedPrice]]

  /// - Throws: ``CostTableRefused`` with every problem of the rows.
  package init(rows: [ModelCost]) throws(CostTableRefused) {
    var problems: [String] = rows.isEmpty ? ["the table has no rows"] : []
    var prices: [String: [DatedPrice]] = [:]
    for (index, row) in rows.enumerated() {
      guard let price = Self.price(row) else {
        problems.append(
          "row \(index + 1): needs model_id, cost_factor 0…\(CostFactor.largest), effective_from YYYY-MM-DD")
        continue
      }
      if prices[row.modelID, default: []].contains(where: { $0.from == price.from }) {
        problems.append("row \(index + 1): a second price of the same model and date")
      }
      prices[row.modelID, default: []].append(price)
    }
    guard problems.isEmpty else { throw CostTableRefused(problems: problems) }
    self.prices = prices.mapValues { $0.sorted { $0.from > $1.from } }
  }

  /// Reads the JSON of `docs/elevenlabs_models_cost.json`.
  package init(json: some Sequence<UInt8>) throws(CostTableRefused) {
    let file: ModelCostsAnswer
    do {
      file = try WireJSON.decode(ModelCostsAnswer.self, from: json)
    } catch {
      throw CostTableRefused(problems: ["not a JSON object with `models`, each with every column"])
    }
    try self.init(rows: file.models)
  }

  package var modelCount: Int { prices.count }

  /// `nil` where no price of the model is in effect at that instant.
  package func factor(of model: String, at instant: Date) -> CostFactor? {
    price(of: model, at: instant)?.factor
  }

  /// The row of each model that is in effect, by model id.
  package func rows(at instant: Date) -> [ModelCost] {
    prices.keys.sorted().compactMap { price(of: $0, at: instant)?.row }
  }

  private func price(of model: String, at instant: Date) -> DatedPrice? {
    prices[model]?.first { $0.from <= instant }
  }

  private static func price(_ row: ModelCost) -> DatedPrice? {
    guard !row.modelID.isEmpty, let factor = CostFactor(row.costFactor), let from = day(row.effectiveFrom) else {
      return nil
    }
    return DatedPrice(from: from, factor: factor, row: row)
  }

  /// A price holds from midnight UTC of its day.
  private static func day(_ text: String) -> Date? {
    text.count == 10 ? WireDate.date(text + "T00:00:00Z") : nil
  }
}

/// Why a cost table cannot be used.
package struct CostTableRefused: Error, Equatable, CustomStringConvertible {
  package var problems: [String]

  package var description: String { problems.joined(separator: "; ") }
}
