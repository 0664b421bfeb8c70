import PerformCore
import Testing

@Suite("What an early end undoes")
struct SettlementStateMachineTests {
  private func machine(_ steps: (inout SettlementStateMachine) -> Void) -> SettlementStateMachine {
    var machine = SettlementStateMachine()
    steps(&machine)
    return machine
  }

  private static func untilSealed(_ machine: inout SettlementStateMachine) {
    machine.askToReserve()
    machine.reserved(paid: false)
    machine.openNote()
    machine.sealed()
  }

  private func expectOnce(
    _ machine: inout SettlementStateMachine, _ remedies: [SettlementStateMachine.Remedy],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let first = machine.abandon()
    let second = machine.abandon()

    #expect(first == remedies && (second == [] || second == [.askBilling]), sourceLocation: sourceLocation)
  }

  @Test("A reservation is released once, whether or not its answer has come")
  func releasesOnce() {
    var asked = machine { $0.askToReserve() }
    var reserved = machine {
      $0.askToReserve()
      $0.reserved(paid: false)
    }

    expectOnce(&asked, [.release])
    expectOnce(&reserved, [.release])
  }

  @Test("A refused reservation has nothing to release")
  func refused() {
    var refused = machine {
      $0.askToReserve()
      $0.reservationRefused()
    }

    expectOnce(&refused, [])
  }

  @Test("An open or sealed note is discarded once, after the release")
  func discards() {
    var sealed = machine(Self.untilSealed)

    expectOnce(&sealed, [.release, .discard])
  }

  @Test("A refused commit leaves nothing to release")
  func commitRefused() {
    var expired = machine(Self.untilSealed)
    let expiredCommits = expired.startCommit()
    #expect(expiredCommits)

    expired.commitRefused()

    expectOnce(&expired, [.discard])
  }

  @Test("After a doubtful commit billing decides about the note")
  func doubtful() {
    var doubtful = machine(Self.untilSealed)
    let doubtfulCommits = doubtful.startCommit()
    #expect(doubtfulCommits)
    expectOnce(&doubtful, [.askBilling])

    var paid = doubtful
    var unpaid = doubtful
    let whenPaid = paid.billingDecided(committed: true)
    let whenUnpaid = unpaid.billingDecided(committed: false)

    #expect(whenPaid == [] && paid.note == .sealed)
    #expect(whenUnpaid == [.discard] && unpaid.charge == .released)
  }

  @Test("A note that voice refused to open is somebody else's, and stays")
  func refusedNote() {
    var refused = machine {
      $0.askToReserve()
      $0.reserved(paid: true)
      $0.openNote()
      $0.noteRefused()
    }

    expectOnce(&refused, [])
  }

  @Test("A paid note stays")
  func paid() {
    var paid = machine(Self.untilSealed)
    let paidCommits = paid.startCommit()
    #expect(paidCommits)
    paid.committed()

    expectOnce(&paid, [])
    #expect(paid.note == .sealed)
  }

  @Test("What an earlier attempt has paid for is not committed again")
  func paidEarlier() {
    var again = machine {
      $0.askToReserve()
      $0.reserved(paid: true)
      $0.openNote()
      $0.sealed()
    }

    let againCommits = again.startCommit()
    #expect(!againCommits)
    expectOnce(&again, [])
  }
}
