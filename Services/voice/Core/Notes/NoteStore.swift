import Foundation
import ServiceHost

/// Keeps notes from their opening until they are delivered or given up.
package protocol NoteStore: Sendable {
  /// Opens the performance's note, or opens a pending one again under the same recording id. A sealed or confirmed one
  /// is returned unchanged.
  func open(_ note: Note) async throws -> Note

  func note(_ performanceID: String) async throws -> Note?

  /// `pending` → `sealed`; `nil` where this attempt is no longer the current one, or not pending.
  func seal(_ performanceID: String, attempt: Int, _ audio: NoteAudio) async throws -> Note?

  /// `sealed` → `confirmed`; a confirmed note is returned unchanged, `nil` for any other. An answer takes the place of
  /// the draft.
  func confirm(_ performanceID: String, answer: String?, at: Date) async throws -> Note?

  /// Removes the note of that attempt unless it is confirmed; without an attempt a pending one only, since somebody may
  /// have paid for a sealed one. `nil` where nothing was removed.
  func discard(_ performanceID: String, attempt: Int?) async throws -> Note?

  /// Notes that are neither confirmed nor young.
  func unsettled(openedBefore: Date, limit: Int) async throws -> [Note]
}

extension PortKey where Value == any NoteStore {
  package static var noteStore: Self { PortKey("voice.noteStore") }
}
