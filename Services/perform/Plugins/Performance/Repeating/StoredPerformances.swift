import PerformCore
import Schemas

/// Performances that were delivered before, as voice keeps them.
struct StoredPerformances: Sendable {
  let notes: any Notes
  let charges: any Charges
  let provenance: any ProvenanceSealing

  /// `nil` for an order that was not delivered yet.
  ///
  /// - Throws: `IDEMPOTENCY_KEY_REUSED` where its key served another request.
  func delivered(_ order: PerformOrder) async throws -> StoredPerformance? {
    guard let note = try await known(order), note.state == .confirmed else { return nil }
    return StoredPerformance(answer: try await answer(note, order), notes: notes)
  }

  /// As ``delivered(_:)``, and finishes what a process that ended between the charge and its confirmation left behind:
  /// a paid note is confirmed and delivered, one that nobody paid for is removed.
  ///
  /// Only for who holds the order's lock. Billing is asked to release first, so that a commit that is still under way
  /// elsewhere is refused before its note goes.
  func settled(_ order: PerformOrder) async throws -> StoredPerformance? {
    guard let note = try await known(order) else { return nil }
    guard note.state == .sealed else { return try await delivered(order) }
    guard let charge = try await committedCharge(order) else {
      try await notes.discardNote(order.performanceID, attempt: note.attempt)
      return nil
    }
    let answer = try await recovered(note, order, charge)
    let confirmation = NoteConfirmation(answer: String(decoding: try WireJSON.encode(answer), as: UTF8.self))
    let confirmed = try await notes.confirmNote(order.performanceID, confirmation)
    return StoredPerformance(answer: try await self.answer(confirmed, order), notes: notes)
  }

  private func known(_ order: PerformOrder) async throws -> NoteAnswer? {
    guard let note = try await notes.note(order.performanceID) else { return nil }
    guard note.requestDigest == order.digest, note.userID == order.userID else {
      throw ServiceError(.idempotencyMismatch)
    }
    return note
  }

  /// `nil` once it is certain that nothing is charged and nothing will be.
  private func committedCharge(_ order: PerformOrder) async throws -> ReservationAnswer? {
    do {
      _ = try await charges.release(order.performanceID)
      return nil
    } catch let error as ServiceError where error.code == .notFound {
      return nil
    } catch let error as ServiceError where error.code == .reservationConflict {
      return try await charges.reservation(order.performanceID)
    }
  }

  private func answer(_ note: NoteAnswer, _ order: PerformOrder) async throws -> PerformAnswer {
    guard let text = note.answer else {
      let charge = try await charges.reservation(order.performanceID)
      return try await recovered(note, order, charge)
    }
    var answer = try WireJSON.decode(PerformAnswer.self, from: Array(text.utf8))
    answer.audioURL = note.audioURL
    return answer
  }

  /// The answer that was never given: what was kept with the audio, the charge, and the record of what the audio is.
  private func recovered(
    _ note: NoteAnswer, _ order: PerformOrder, _ charge: ReservationAnswer
  ) async throws -> PerformAnswer {
    guard let draft = note.draft.flatMap({ try? WireJSON.decode(NoteDraft.self, from: Array($0.utf8)) }) else {
      return unknown(note, order, charge).settled(note, charge)
    }
    var answer = draft.answer.settled(note, charge)
    answer.provenance = try provenance.record(of: draft, audio: try await notes.audio(of: note.performanceID))
    return answer
  }

  /// What is still known where nothing was kept, and no invented words.
  private func unknown(_ note: NoteAnswer, _ order: PerformOrder, _ charge: ReservationAnswer) -> PerformAnswer {
    PerformAnswer(
      routineType: order.routine.id, text: "", audioBase64: nil, audioURL: note.audioURL,
      recordingID: note.recordingID, performanceID: order.performanceID, filename: NoteTitle.filename(nil),
      durationSeconds: 0, charCount: 0, monthlyLimit: 0, voiceSource: "", textSource: "", charsUsedRaw: 0,
      charsUsedEffective: 0, model: charge.model, timings: [:])
  }
}

/// A delivered performance with the way to its audio.
struct StoredPerformance: Sendable {
  let answer: PerformAnswer
  let notes: any Notes

  func audio() async throws -> [UInt8] {
    try await notes.audio(of: answer.performanceID)
  }
}
