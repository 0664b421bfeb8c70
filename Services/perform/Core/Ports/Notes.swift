import Schemas

/// The notes, kept by the voice service; `pending` until they are paid for.
package protocol Notes: Sendable {
  /// Opens a pending note, or empties one that is not confirmed.
  func openNote(_ opening: NoteOpening) async throws -> NoteAnswer

  /// Returns once the whole note is stored (`sealed`). An error of `audio` aborts the transfer.
  ///
  /// - Parameter draft: what a later repetition can be told, should this process not live to confirm the note.
  func writeNote(
    _ performanceID: String, draft: PerformAnswer, audio: @escaping @Sendable () async throws -> [UInt8]?
  ) async throws -> NoteAnswer

  func confirmNote(_ performanceID: String, _ confirmation: NoteConfirmation) async throws -> NoteAnswer

  /// Leaves a confirmed note alone.
  func discardNote(_ performanceID: String) async throws

  func note(_ performanceID: String) async throws -> NoteAnswer?

  /// The MP3 of a confirmed note, whole: a note is smaller than ``NoteSize/maximum``.
  func audio(of performanceID: String) async throws -> [UInt8]
}

package enum NoteSize {
  /// In bytes: four minutes at 128 kbit/s. Speech that goes on longer is refused as unusable.
  package static let maximum = 4 * 1024 * 1024
}
