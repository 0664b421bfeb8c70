import OutboundHTTP
import Schemas

/// The notes, kept by the voice service; `pending` until they are paid for.
package protocol Notes: Sendable {
  /// Opens a pending note, or empties one that is not confirmed.
  func openNote(_ opening: NoteOpening) async throws -> NoteAnswer

  /// Returns once the whole note is stored (`sealed`). An error of `audio` aborts the transfer.
  ///
  /// - Parameters:
  ///   - attempt: as the opened note has it.
  ///   - draft: what a later repetition can be told, should this process not live to confirm the note.
  func writeNote(
    _ performanceID: String, attempt: Int, draft: NoteDraft,
    audio: @escaping @Sendable () async throws -> [UInt8]?
  ) async throws -> NoteAnswer

  func confirmNote(_ performanceID: String, _ confirmation: NoteConfirmation) async throws -> NoteAnswer

  /// Leaves a confirmed note alone, one that was opened again, and without an attempt a sealed one.
  func discardNote(_ performanceID: String, attempt: Int?) async throws

  func note(_ performanceID: String) async throws -> NoteAnswer?

  /// The whole MP3 of a sealed or confirmed note.
  func audio(of performanceID: String) async throws -> [UInt8]

  /// The same MP3 as a player asks for it: whole (200), in part (206), or not again (304).
  ///
  /// - Parameter headers: the player's `Range`, `If-Range` and `If-None-Match`. Only for a confirmed note.
  /// - Throws: `RANGE_NOT_SATISFIABLE`.
  func noteAudio(_ performanceID: String, headers: [(name: String, value: String)]) async throws -> OutboundResponse
}

package enum NoteSize {
  /// In bytes: four minutes at 128 kbit/s. Speech that goes on longer is refused as unusable.
  package static let maximum = 4 * 1024 * 1024
}
