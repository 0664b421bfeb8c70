import Capabilities
import Logging
import PerformCore
import Schemas
import Synchronization

/// Carries out the steps of one performance on which money hangs, and undoes them when it ends early.
///
/// The decisions are ``SettlementStateMachine``'s.
final class Settlement: Sendable {
  let order: PerformOrder
  private let charges: any Charges
  private let notes: any Notes
  private let patience: Patience
  private let logger: Logger
  private let machine: Mutex<SettlementStateMachine>
  private let reserving: OwnedStep<ReservationAnswer>
  private let opening = Mutex<OwnedStep<NoteAnswer>?>(nil)
  private let attempt = Mutex<Int?>(nil)

  /// Asks for the reservation at once.
  init(_ order: PerformOrder, charges: any Charges, notes: any Notes, patience: Patience, logger: Logger) {
    (self.order, self.charges, self.notes, self.patience, self.logger) = (order, charges, notes, patience, logger)
    var machine = SettlementStateMachine()
    machine.askToReserve()
    self.machine = Mutex(machine)
    reserving = OwnedStep {
      try await charges.reserve(
        ReservationRequest(
          userID: order.userID, performanceID: order.performanceID, maxChars: order.maxChars, model: order.model))
    }
  }

  func reservation() async throws -> ReservationAnswer {
    do {
      let answer = try await reserving.value()
      machine.withLock { $0.reserved(paid: answer.state == .committed) }
      return answer
    } catch let error as ServiceError where error.code != .dependencyUnavailable {
      machine.withLock { $0.reservationRefused() }
      throw error
    }
  }

  /// May be repeated until audio was written.
  ///
  /// - Parameter open: asks voice; runs to its end also in a cancelled task.
  func openNote(_ open: @escaping @Sendable () async throws -> NoteAnswer) async throws {
    machine.withLock { $0.openNote() }
    attempt.withLock { $0 = nil }
    let step = OwnedStep { [self] in
      let note = try await open()
      if note.state == .pending { attempt.withLock { $0 = note.attempt } }
      return note
    }
    opening.withLock { $0 = step }
    do {
      let note = try await step.value()
      guard note.state == .pending else { throw ServiceError(.idempotencyInProgress, cause: "note \(note.state)") }
    } catch let error as ServiceError where error.code != .dependencyUnavailable {
      machine.withLock { $0.noteRefused() }
      throw error
    }
  }

  /// Writes the note that is open; returns once it is whole at voice.
  func writeNote(
    _ draft: NoteDraft, audio: @escaping @Sendable () async throws -> [UInt8]?
  ) async throws -> NoteAnswer {
    guard let attempt = attempt.withLock({ $0 }) else { throw ServiceError(.internalError, cause: "no note is open") }
    return try await notes.writeNote(order.performanceID, attempt: attempt, draft: draft, audio: audio)
  }

  func noteIsSealed() {
    machine.withLock { $0.sealed() }
  }

  /// Charges the text; nothing for a performance that an earlier attempt has paid for.
  func commit(_ request: CommitRequest) async throws -> ReservationAnswer {
    guard machine.withLock({ $0.startCommit() }) else { return try await reserving.value() }
    do {
      let answer = try await patience.insist { [charges, order] in
        try await charges.commit(order.performanceID, request)
      }
      machine.withLock { $0.committed() }
      return answer
    } catch let error as ServiceError where error.code == .reservationExpired {
      machine.withLock { $0.commitRefused() }
      throw error
    }
  }

  func confirm(_ confirmation: NoteConfirmation) async throws -> NoteAnswer {
    let note = try await patience.insist { [notes, order] in
      try await notes.confirmNote(order.performanceID, confirmation)
    }
    machine.withLock { $0.confirmed() }
    return note
  }
}

extension Settlement {
  /// Undoes what can be undone; runs to its end also in a cancelled task.
  ///
  /// - Returns: what the listeners are told: that the note is being settled where it is, or may be, paid for.
  func abandon(after error: any Error) async -> ServiceError {
    await Task { await carryOut(machine.withLock { $0.abandon() }) }.value
    let state = machine.withLock { $0 }
    guard state.note == .sealed, state.charge == .committed || state.charge == .committing else {
      return ServiceError(endingPerformance: error)
    }
    return ServiceError(
      .noteSettling, details: ["performance_id": .string(order.performanceID)], retryAfter: .seconds(5),
      cause: "\(error)")
  }

  private func carryOut(_ remedies: [SettlementStateMachine.Remedy]) async {
    for remedy in remedies {
      switch remedy {
      case .release: await release()
      case .discard: await discard()
      case .askBilling: await askBilling()
      }
    }
  }

  private func release() async {
    if case .failure(let error as ServiceError) = await reserving.settled(), error.code != .dependencyUnavailable {
      return
    }
    await trying("reservation_release_failed") { [charges, order] in
      _ = try await charges.release(order.performanceID)
    }
  }

  private func discard() async {
    _ = await opening.withLock { $0 }?.settled()
    let attempt = attempt.withLock { $0 }
    await trying("note_discard_failed") { [notes, order] in
      try await notes.discardNote(order.performanceID, attempt: attempt)
    }
  }

  private func askBilling() async {
    let isCommitted: Bool
    do {
      let answer = try await patience.insist { [charges, order] in try await charges.release(order.performanceID) }
      isCommitted = answer.state == .committed
    } catch let error as ServiceError where error.code == .reservationConflict {
      isCommitted = true
    } catch {
      // Voice's sweeper asks again once the reservation has run out.
      logger.warning("charge_unknown", metadata: ["performance_id": "\(order.performanceID)"])
      return
    }
    await carryOut(machine.withLock { $0.billingDecided(committed: isCommitted) })
  }

  /// What fails here is made good later: reservations expire, and voice sweeps notes that nobody confirms.
  private func trying(_ event: String, _ step: @escaping @Sendable () async throws -> Void) async {
    do {
      try await patience.insist(step)
    } catch {
      logger.warning("\(event)", metadata: ["performance_id": "\(order.performanceID)", "error": "\(error)"])
    }
  }
}
