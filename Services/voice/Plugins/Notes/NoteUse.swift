import Capabilities
import Foundation
import Logging
import Schemas
import VoiceCore

/// A note's life (G4): pending while it is made, sealed once whole, confirmed once paid for.
struct NoteUse: Sendable {
  let notes: any NoteStore
  let blobs: any BlobStore
  let clock: WallClock
  let identifiers: Identifiers

  func open(_ opening: NoteOpening) async throws -> Note {
    let new = Note(opening, recordingID: identifiers.make(), at: clock.now())
    let note = try await notes.open(new)
    // Somebody may have paid for it; who opens it anew must have settled that, and discarded it.
    guard note.state != .sealed else { throw ServiceError(.noteSettling, retryAfter: .seconds(1)) }
    return note
  }

  /// - Throws: `NOT_FOUND`.
  func note(_ performanceID: String) async throws -> Note {
    guard let note = try await notes.note(performanceID) else {
      throw ServiceError(.notFound, "There is no note for this performance.")
    }
    return note
  }

  /// Makes what was written the note's audio, unless the note was opened again in the meantime.
  func seal(_ note: Note, _ audio: NoteAudio) async throws -> Note {
    guard let sealed = try await notes.seal(note.performanceID, attempt: note.attempt, audio) else {
      try await blobs.delete(audio.blob)
      throw Self.notOpen
    }
    return sealed
  }

  /// - Throws: `NOT_FOUND`, `IDEMPOTENCY_IN_PROGRESS` for a note that is not whole.
  func confirm(_ performanceID: String, answer: String?) async throws -> Note {
    if let note = try await notes.confirm(performanceID, answer: answer, at: clock.now()) { return note }
    _ = try await note(performanceID)
    throw ServiceError(.idempotencyInProgress, "The note is not whole yet.")
  }

  /// - Parameter attempt: only this one; `nil` for whichever is pending.
  func discard(_ performanceID: String, attempt: Int?) async throws {
    let removed = try await notes.discard(performanceID, attempt: attempt)
    if let blob = removed?.audio?.blob { try await blobs.delete(blob) }
  }

  static let notOpen = ServiceError(.idempotencyInProgress, "The note is not open for writing.")
}
