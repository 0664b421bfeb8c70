import BillingCore
import Foundation
import Schemas
import Testing

@Suite struct ReservationStateMachineTests {
  private let start = Date(milliseconds: 1_000_000)
  private var late: Date { start + 300 }

  private func reservation(_ state: ReservationState = .reserved, user: String = "u1", maxRaw: Int = 200) -> Reservation
  {
    Reservation(
      performanceID: "p1", attempt: 1, userID: user, period: "2026-11", model: "local",
      factor: CostFactor(millionths: 500_000), maxRaw: maxRaw, reservedAt: start, expiresAt: start + 300, state: state)
  }

  private static let charge = Charge(raw: 101, effective: 51, providerCost: 50)
  private static let settled: [ReservationState] = [.committed(charge), .released, .expired]

  @Test("The first reservation of a performance is opened")
  func first() {
    let wanted = reservation()

    #expect(ReservationStateMachine.reserve(wanted, after: nil, at: start) == .open(wanted))
  }

  @Test(
    "The same request again is answered with what is there", arguments: [.reserved, settled[0]] as [ReservationState])
  func again(state: ReservationState) {
    let there = reservation(state)

    #expect(ReservationStateMachine.reserve(reservation(), after: there, at: start) == .answer(there))
  }

  @Test(
    "Another maximum for a live performance is a conflict", arguments: [.reserved, settled[0]] as [ReservationState])
  func otherMaximum(state: ReservationState) {
    let action = ReservationStateMachine.reserve(reservation(maxRaw: 201), after: reservation(state), at: start)

    #expect(action == .refuse(.reservationConflict))
  }

  @Test("Nobody reserves another user's performance, whatever its state", arguments: [.reserved] + settled)
  func otherUser(state: ReservationState) {
    let action = ReservationStateMachine.reserve(reservation(user: "u2"), after: reservation(state), at: start)

    #expect(action == .refuse(.reservationConflict))
  }

  @Test(
    "After a release or an expiry the next attempt is opened", arguments: [.released, .expired] as [ReservationState])
  func nextAttempt(state: ReservationState) {
    var expected = reservation(maxRaw: 90)
    expected.attempt = 2

    let action = ReservationStateMachine.reserve(reservation(maxRaw: 90), after: reservation(state), at: start)

    #expect(action == .open(expected))
  }

  @Test("A reservation whose time is over counts as expired although nobody wrote that down")
  func lazyExpiry() {
    var expected = reservation()
    expected.attempt = 2

    #expect(ReservationStateMachine.reserve(reservation(), after: reservation(), at: late) == .open(expected))
  }

  @Test("A commit within the maximum charges at the reserved price")
  func commit() {
    var machine = ReservationStateMachine(reservation())

    let action = machine.commit(raw: 101, providerCost: 50, at: late - 0.001)

    #expect(action == .charge(Self.charge))
    #expect(machine.reservation.state == .committed(Self.charge))
  }

  @Test("A repeated commit charges nothing; one with another count is a conflict")
  func commitAgain() {
    var machine = ReservationStateMachine(reservation(.committed(Self.charge)))

    #expect(machine.commit(raw: 101, providerCost: nil, at: late) == .answer)
    #expect(machine.commit(raw: 102, providerCost: nil, at: late) == .refuse(.reservationConflict))
    #expect(machine.reservation.state == .committed(Self.charge))
  }

  @Test("A commit above the maximum is refused and leaves the reservation open")
  func tooMuch() {
    var machine = ReservationStateMachine(reservation())

    #expect(machine.commit(raw: 201, providerCost: nil, at: start) == .refuse(.reservationConflict))
    #expect(machine.reservation.state == .reserved)
  }

  @Test("A commit at or after the expiry, or after a release, is refused")
  func commitTooLate() {
    var expired = ReservationStateMachine(reservation())
    var released = ReservationStateMachine(reservation(.released))

    #expect(expired.commit(raw: 1, providerCost: nil, at: late) == .refuse(.reservationExpired))
    #expect(expired.reservation.state == .expired)
    #expect(released.commit(raw: 1, providerCost: nil, at: start) == .refuse(.reservationConflict))
  }

  @Test("A release settles once, and never undoes a charge")
  func release() {
    var open = ReservationStateMachine(reservation())
    var charged = ReservationStateMachine(reservation(.committed(Self.charge)))
    var overdue = ReservationStateMachine(reservation())

    #expect(open.release(at: start) == .settle)
    #expect(open.release(at: start) == .answer)
    #expect(charged.release(at: start) == .refuse(.reservationConflict))
    #expect(overdue.release(at: late) == .answer)
    #expect(overdue.reservation.state == .expired)
  }
}
