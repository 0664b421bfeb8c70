import BillingCore
import Capabilities
import Foundation
import Schemas

/// Reserves, charges and gives back characters. Every step may be repeated and is on disk when it returns.
///
/// Always: charged + reserved ≤ limit per user and period, and one charge at most per performance.
package struct CharacterLedger: Sendable {
  let store: any LedgerStore
  let prices: ModelPrices
  package let calendar: BillingCalendar
  let rules: LedgerRules
  let clock: WallClock
  let observer: LedgerObserver

  package init(
    store: any LedgerStore, prices: ModelPrices, calendar: BillingCalendar, rules: LedgerRules, clock: WallClock,
    observer: LedgerObserver
  ) {
    self.store = store
    self.prices = prices
    self.calendar = calendar
    self.rules = rules
    self.clock = clock
    self.observer = observer
  }

  var now: Date { clock.now().wholeMilliseconds }

  /// - Throws: ``BillingError``: limits, `unknownModel`, `reservationConflict`.
  package func reserve(
    userID: String, performanceID: String, maxRaw: Int, model: String
  ) async throws -> ReservationStanding {
    let now = now
    let wanted = try reservation(for: userID, performanceID, maxRaw: maxRaw, model: model, at: now)
    return try await observer.watching(.reserve) {
      try await store.transact { try reserve(wanted, in: $0, at: now) }
    }
  }

  func reservation(
    for userID: String, _ performanceID: String, maxRaw: Int, model: String, at now: Date
  ) throws -> Reservation {
    Reservation(
      performanceID: performanceID, attempt: 1, userID: userID, period: calendar.period(containing: now).id,
      model: model, factor: try prices.factor(model, now), maxRaw: maxRaw, reservedAt: now,
      expiresAt: now.addingTimeInterval(TimeInterval(rules.reservationSeconds)), state: .reserved)
  }

  private func reserve(
    _ wanted: Reservation, in books: any LedgerTransaction, at now: Date
  ) throws -> ReservationStanding {
    _ = try books.expireReservations(dueAt: now)
    let latest = try books.latestReservation(of: wanted.performanceID)
    switch ReservationStateMachine.reserve(wanted, after: latest, at: now) {
    case .refuse(let error): throw error
    case .answer(let reservation): return try standing(reservation, isNew: false, in: books, at: now)
    case .open(let reservation):
      let usage = try admit(reservation, in: books, at: now)
      try books.insert(reservation)
      return ReservationStanding(reservation: reservation, usage: usage, isNew: true)
    }
  }

  /// - Throws: ``BillingError``: `reservationNotFound`, `reservationExpired`, `reservationConflict`; nothing is
  ///   charged then.
  package func commit(_ performanceID: String, raw: Int, providerCost: Int?) async throws -> ReservationStanding {
    let now = now
    return try await observer.watching(.commit) {
      try await store.transact { books in
        var machine = try machine(of: performanceID, in: books)
        let action = machine.commit(raw: raw, providerCost: providerCost, at: now)
        if case .refuse(let error) = action { throw error }
        guard case .charge(let charge) = action else {
          return try standing(machine.reservation, isNew: false, in: books, at: now)
        }
        try books.settle(machine.reservation)
        try books.post(LedgerTransfer(charge, for: machine.reservation, at: now))
        return try standing(machine.reservation, isNew: true, in: books, at: now)
      }
    }
  }

  /// - Throws: ``BillingError``: `reservationNotFound`, and `reservationConflict` after a charge.
  package func release(_ performanceID: String) async throws -> ReservationStanding {
    let now = now
    return try await observer.watching(.release) {
      try await store.transact { books in
        var machine = try machine(of: performanceID, in: books)
        let action = machine.release(at: now)
        if case .refuse(let error) = action { throw error }
        if action == .settle { try books.settle(machine.reservation) }
        return try standing(machine.reservation, isNew: action == .settle, in: books, at: now)
      }
    }
  }

  /// - Throws: ``BillingError/reservationNotFound``.
  package func reservation(_ performanceID: String) async throws -> ReservationStanding {
    let now = now
    return try await store.read { books in
      var machine = try machine(of: performanceID, in: books)
      machine.expire(at: now)
      return try standing(machine.reservation, isNew: false, in: books, at: now)
    }
  }

  private func machine(
    of performanceID: String, in books: any LedgerReading
  ) throws -> ReservationStateMachine {
    guard let reservation = try books.latestReservation(of: performanceID) else {
      throw BillingError.reservationNotFound
    }
    return ReservationStateMachine(reservation)
  }

  private func standing(
    _ reservation: Reservation, isNew: Bool, in books: any LedgerReading, at now: Date
  ) throws -> ReservationStanding {
    ReservationStanding(
      reservation: reservation, usage: try usage(of: reservation.userID, in: books, at: now), isNew: isNew)
  }
}

/// A reservation after a step, and its user's account now.
package struct ReservationStanding: Sendable, Equatable {
  package var reservation: Reservation
  package var usage: Usage
  /// Whether the step changed the books; false for a repetition.
  package var isNew: Bool
}
