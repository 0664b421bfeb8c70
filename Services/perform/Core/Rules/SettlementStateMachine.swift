/// Where the charge and the note of one performance stand, and what an early end has to undo.
///
/// Values in, remedies out; nothing is waited for in here. Each remedy is given once, whichever way the performance
/// ends, and none after the charge is committed: from then on the note is paid for and stays.
package struct SettlementStateMachine: Sendable, Equatable {
  package enum Charge: Sendable, Equatable { case none, asked, reserved, refused, committing, committed, released }
  package enum Note: Sendable, Equatable { case none, opened, sealed, confirmed, discarded }

  /// What is to be done about a performance that ends early.
  package enum Remedy: Sendable, Equatable {
    case release
    case discard
    /// The commit's answer never came: ask billing to release, and let its answer decide about the note.
    case askBilling
  }

  package private(set) var charge = Charge.none
  package private(set) var note = Note.none

  package init() {}

  package mutating func askToReserve() {
    assert(charge == .none)
    charge = .asked
  }

  /// - Parameter paid: billing has already committed this performance, for an earlier attempt that was killed.
  package mutating func reserved(paid: Bool) {
    assert(charge == .asked)
    charge = paid ? .committed : .reserved
  }

  package mutating func reservationRefused() {
    assert(charge == .asked)
    charge = .refused
  }

  /// Called before the note is asked for, so that one whose answer was lost is discarded too.
  package mutating func openNote() {
    assert(charge == .reserved || charge == .committed)
    note = .opened
  }

  /// Voice said no: the note, if there is one, is somebody else's and may be paid for.
  package mutating func noteRefused() {
    assert(note == .opened)
    note = .none
  }

  package mutating func sealed() {
    assert(note == .opened)
    note = .sealed
  }

  /// - Returns: `false` when there is nothing to commit any more.
  package mutating func startCommit() -> Bool {
    assert(note == .sealed)
    guard charge == .reserved else { return false }
    charge = .committing
    return true
  }

  package mutating func committed() {
    charge = .committed
  }

  /// The reservation had expired: nothing is held and nothing charged.
  package mutating func commitRefused() {
    assert(charge == .committing)
    charge = .released
  }

  package mutating func confirmed() {
    assert(charge == .committed && note == .sealed)
    note = .confirmed
  }

  /// The performance ends here. In the order in which they are to be done.
  package mutating func abandon() -> [Remedy] {
    switch charge {
    case .asked, .reserved:
      charge = .released
      return [.release] + discarding()
    case .none, .refused, .released: return discarding()
    case .committing: return [.askBilling]
    case .committed: return note == .sealed || note == .confirmed ? [] : discarding()
    }
  }

  /// Billing's word about a doubtful commit. A committed one leaves the sealed note to be confirmed.
  package mutating func billingDecided(committed: Bool) -> [Remedy] {
    guard charge == .committing else { return [] }
    charge = committed ? .committed : .released
    return committed ? [] : discarding()
  }

  private mutating func discarding() -> [Remedy] {
    guard note == .opened || note == .sealed else { return [] }
    note = .discarded
    return [.discard]
  }
}
