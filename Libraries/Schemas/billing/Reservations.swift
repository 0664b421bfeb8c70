import Foundation

/// Body of `POST /internal/billing/reservations`. Repeating it with the same `performance_id` changes nothing.
package struct ReservationRequest: JSONBody, Codable, Equatable {
  package var userID: String
  package var performanceID: String
  /// Raw characters at most.
  package var maxChars: Int
  package var model: String

  package init(userID: String, performanceID: String, maxChars: Int, model: String) {
    self.userID = userID
    self.performanceID = performanceID
    self.maxChars = maxChars
    self.model = model
  }

  package init(from fields: inout FieldReader) {
    userID = fields.string("user_id", length: 1...64)
    performanceID = fields.string("performance_id", length: 1...64)
    maxChars = fields.integer("max_chars", 1...100_000)
    model = fields.string("model", length: 1...100)
  }

  package enum CodingKeys: String, CodingKey {
    case model
    case userID = "user_id"
    case performanceID = "performance_id"
    case maxChars = "max_chars"
  }
}

/// Body of `POST /internal/billing/reservations/{performance_id}/commit`.
package struct CommitRequest: JSONBody, Codable, Equatable {
  /// Unicode code points of the text as answered.
  package var charsRaw: Int
  /// The provider's own charge in its credits, kept beside ours.
  package var providerCost: Int?

  package init(charsRaw: Int, providerCost: Int?) {
    self.charsRaw = charsRaw
    self.providerCost = providerCost
  }

  package init(from fields: inout FieldReader) {
    charsRaw = fields.integer("chars_raw", 0...100_000)
    providerCost = fields.optionalInteger("provider_cost", 0...10_000_000)
  }

  package enum CodingKeys: String, CodingKey {
    case charsRaw = "chars_raw"
    case providerCost = "provider_cost"
  }
}

/// Where a performance stands in billing; answer of reserve, commit, release and `GET …/{performance_id}`.
package struct ReservationAnswer: Sendable, Codable, Equatable {
  package enum State: String, Sendable, Codable {
    case reserved, committed, released, expired
  }

  package var performanceID: String
  package var userID: String
  package var state: State
  package var model: String
  package var costFactor: CostFactor
  package var charsUsedRaw: Int
  package var charsUsedEffective: Int
  package var expiresAt: Date
  /// The user's account after this step.
  package var usage: UsageAnswer

  package init(
    performanceID: String, userID: String, state: State, model: String, costFactor: CostFactor, charsUsedRaw: Int,
    charsUsedEffective: Int, expiresAt: Date, usage: UsageAnswer
  ) {
    self.performanceID = performanceID
    self.userID = userID
    self.state = state
    self.model = model
    self.costFactor = costFactor
    self.charsUsedRaw = charsUsedRaw
    self.charsUsedEffective = charsUsedEffective
    self.expiresAt = expiresAt
    self.usage = usage
  }

  package enum CodingKeys: String, CodingKey {
    case state, model, charsUsedRaw, charsUsedEffective, usage
    case performanceID = "performance_id"
    case userID = "user_id"
    case costFactor = "cost_factor"
    case expiresAt = "expires_at"
  }
}
