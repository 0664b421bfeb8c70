import PerformCore
import Schemas

/// Performances that were delivered before, as voice keeps them.
struct StoredPerformances: Sendable {
  let notes: any Notes
  let charges: any Charges

  /// `nil` for an order that was not delivered yet.
  ///
  /// - Throws: `IDEMPOTENCY_KEY_REUSED` where its key served another request.
  func delivered(_ order: PerformOrder) async throws -> StoredPerformance? {
    guard let note = try await notes.note(order.performanceID) else { return nil }
    guard note.requestDigest == order.digest, note.userID == order.userID else {
      throw ServiceError(.idempotencyMismatch)
    }
    guard note.state == .confirmed else { return nil }
    return StoredPerformance(answer: try await answer(note, order), notes: notes)
  }

  private func answer(_ note: NoteAnswer, _ order: PerformOrder) async throws -> PerformAnswer {
    guard let text = note.answer else { return try await recovered(note, order) }
    var answer = try WireJSON.decode(PerformAnswer.self, from: Array(text.utf8))
    answer.audioURL = note.audioURL
    return answer
  }

  /// For a note whose answer died with the process that made it: what is still known, and no invented words.
  private func recovered(_ note: NoteAnswer, _ order: PerformOrder) async throws -> PerformAnswer {
    let charge = try await charges.reservation(order.performanceID)
    return PerformAnswer(
      routineType: order.routine.id, text: "", audioBase64: nil, audioURL: note.audioURL,
      recordingID: note.recordingID, performanceID: order.performanceID, filename: NoteTitle.filename(nil),
      durationSeconds: note.durationSeconds, charCount: charge.usage.charCount,
      monthlyLimit: charge.usage.monthlyLimit, voiceSource: "", textSource: "", charsUsedRaw: charge.charsUsedRaw,
      charsUsedEffective: charge.charsUsedEffective, model: charge.model, timings: [:])
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
