import BillingCore
import Foundation
import Schemas

extension ReservationAnswer {
  init(_ standing: ReservationStanding, at now: Date) {
    let reservation = standing.reservation
    self.init(
      performanceID: reservation.performanceID, userID: reservation.userID, state: State(reservation.state),
      model: reservation.model, costFactor: reservation.factor, charsUsedRaw: reservation.charge?.raw ?? 0,
      charsUsedEffective: reservation.charge?.effective ?? 0, expiresAt: reservation.expiresAt,
      usage: standing.usage.answer(at: now))
  }
}

extension ReservationAnswer.State {
  fileprivate init(_ state: ReservationState) {
    switch state {
    case .reserved: self = .reserved
    case .committed: self = .committed
    case .released: self = .released
    case .expired: self = .expired
    }
  }
}
