import Foundation

/// Answer of `GET /users/{id}/usage`, and what a settled performance leaves behind.
package struct UsageAnswer: Sendable, Codable, Equatable {
  package var charCount: Int
  package var monthlyLimit: Int
  package var remaining: Int
  package var resetsAt: Date
  package var daysUntilReset: Int

  package init(charCount: Int, monthlyLimit: Int, remaining: Int, resetsAt: Date, daysUntilReset: Int) {
    self.charCount = charCount
    self.monthlyLimit = monthlyLimit
    self.remaining = remaining
    self.resetsAt = resetsAt
    self.daysUntilReset = daysUntilReset
  }

  package enum CodingKeys: String, CodingKey {
    case charCount, monthlyLimit, remaining
    case resetsAt = "resets_at"
    case daysUntilReset = "days_until_reset"
  }
}

/// One row of `GET /models/costs`.
package struct ModelCost: Sendable, Codable, Equatable {
  package var modelID: String
  package var displayName: String
  /// The longest text per request, in characters.
  package var characterLimit: Int
  package var languages: [String]
  /// Effective characters per raw character, exact decimal.
  package var costFactor: Decimal
  package var effectiveFrom: String
  package var source: String

  package init(
    modelID: String, displayName: String, characterLimit: Int, languages: [String], costFactor: Decimal,
    effectiveFrom: String, source: String
  ) {
    self.modelID = modelID
    self.displayName = displayName
    self.characterLimit = characterLimit
    self.languages = languages
    self.costFactor = costFactor
    self.effectiveFrom = effectiveFrom
    self.source = source
  }

  package enum CodingKeys: String, CodingKey {
    case languages, source
    case modelID = "model_id"
    case displayName = "display_name"
    case characterLimit = "character_limit"
    case costFactor = "cost_factor"
    case effectiveFrom = "effective_from"
  }
}

package struct ModelCostsAnswer: Sendable, Codable, Equatable {
  package var models: [ModelCost]

  package init(models: [ModelCost]) { self.models = models }
}
