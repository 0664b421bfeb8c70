import Foundation
import Schemas

/// The life of one performance's reservation: reserved → committed, released or expired, and reserved anew.
///
/// Pure: every step changes the value and says what its caller has to do. Every step may be repeated.
package struct ReservationStateMachine: Sendable, Equatable {
  package enum ReserveAction: Equatable {
    /// Check the limits, then keep this.
    case open(Reservation)
    case answer(Reservation)
    case refuse(BillingError)
  }

  package enum CommitAction: Equatable {
    case charge(Charge)
    case answer
    case refuse(BillingError)
  }

  package enum ReleaseAction: Equatable {
    case settle
    case answer
    case refuse(BillingError)
  }

  package private(set) var reservation: Reservation

  package init(_ reservation: Reservation) {
    self.reservation = reservation
  }

  /// What becomes of `wanted` where the performance's latest reservation, if any, is `latest`.
  package static func reserve(_ wanted: Reservation, after latest: Reservation?, at now: Date) -> ReserveAction {
    guard let latest else { return .open(wanted) }
    var machine = Self(latest)
    machine.expire(at: now)
    return machine.reserveAgain(wanted)
  }

  private func reserveAgain(_ wanted: Reservation) -> ReserveAction {
    guard wanted.userID == reservation.userID else { return .refuse(.reservationConflict) }
    switch reservation.state {
    case .reserved, .committed:
      let same = wanted.model == reservation.model && wanted.maxRaw == reservation.maxRaw
      return same ? .answer(reservation) : .refuse(.reservationConflict)
    case .released, .expired:
      var next = wanted
      next.attempt = reservation.attempt + 1
      return .open(next)
    }
  }

  /// Follows the clock.
  package mutating func expire(at now: Date) {
    if reservation.state == .reserved && now >= reservation.expiresAt { reservation.state = .expired }
  }

  package mutating func commit(raw: Int, providerCost: Int?, at now: Date) -> CommitAction {
    expire(at: now)
    switch reservation.state {
    case .reserved where raw <= reservation.maxRaw:
      let charge = Charge(raw: raw, effective: reservation.factor.effective(raw: raw), providerCost: providerCost)
      reservation.state = .committed(charge)
      return .charge(charge)
    case .committed(let charge) where charge.raw == raw: return .answer
    case .expired: return .refuse(.reservationExpired)
    case .reserved, .committed, .released: return .refuse(.reservationConflict)
    }
  }

  package mutating func release(at now: Date) -> ReleaseAction {
    expire(at: now)
    switch reservation.state {
    case .reserved:
      reservation.state = .released
      return .settle
    case .released, .expired: return .answer
    case .committed: return .refuse(.reservationConflict)
    }
  }
}
