import Foundation
import Schemas

/// Characters that are set aside for one performance until it is charged or given up.
///
/// It belongs to the period in which it was made, and so does its charge. A performance whose reservation was
/// released or expired may be reserved again: that is a further `attempt`, and the earlier ones stay.
package struct Reservation: Sendable, Equatable {
  package var performanceID: String
  /// 1 for the first.
  package var attempt: Int
  package var userID: String
  /// Id of the ``BillingPeriod``.
  package var period: String
  package var model: String
  /// The price when it was reserved; the charge uses it whatever the cost table says later.
  package var factor: CostFactor
  package var maxRaw: Int
  package var reservedAt: Date
  /// From this instant on it holds nothing and cannot be committed.
  package var expiresAt: Date
  package var state: ReservationState

  package init(
    performanceID: String, attempt: Int, userID: String, period: String, model: String, factor: CostFactor,
    maxRaw: Int, reservedAt: Date, expiresAt: Date, state: ReservationState
  ) {
    self.performanceID = performanceID
    self.attempt = attempt
    self.userID = userID
    self.period = period
    self.model = model
    self.factor = factor
    self.maxRaw = maxRaw
    self.reservedAt = reservedAt
    self.expiresAt = expiresAt
    self.state = state
  }

  /// What the reservation holds of the limits.
  package var maxEffective: Int { factor.effective(raw: maxRaw) }

  package var charge: Charge? {
    if case .committed(let charge) = state { charge } else { nil }
  }
}

package enum ReservationState: Sendable, Equatable {
  case reserved
  case committed(Charge)
  case released
  case expired
}

/// What a delivered performance cost.
package struct Charge: Sendable, Equatable {
  package var raw: Int
  package var effective: Int
  /// The provider's own count in its credits, where it told one.
  package var providerCost: Int?

  package init(raw: Int, effective: Int, providerCost: Int?) {
    self.raw = raw
    self.effective = effective
    self.providerCost = providerCost
  }
}
