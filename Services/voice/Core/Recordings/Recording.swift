import Foundation
import Schemas

/// One row of "All Recordings".
package struct Recording: Sendable, Equatable {
  package var id: String
  package var userID: String
  package var kind: RecordingAnswer.Kind
  package var title: String?
  /// As it was given: `YYYY-MM-DD`, or relative, and then it moves on at midnight.
  package var date: String?
  package var time: String?
  package var createdAt: Date
  package var durationSeconds: Double
  package var byteCount: Int
  package var blob: BlobID
  /// Of a sample.
  package var sample: SampleFacts?
  /// Of a note.
  package var note: NoteFacts?
  /// Whether its waveform has been computed.
  package var hasWaveform = false

  package struct SampleFacts: Sendable, Equatable {
    package var hash: String
    package var isActive: Bool
    package var state: RecordingAnswer.State

    package init(hash: String, isActive: Bool, state: RecordingAnswer.State) {
      self.hash = hash
      self.isActive = isActive
      self.state = state
    }
  }

  package struct NoteFacts: Sendable, Equatable {
    package var routineType: String
    package var voiceSource: String
    package var voiceCloneID: String

    package init(routineType: String, voiceSource: String, voiceCloneID: String) {
      self.routineType = routineType
      self.voiceSource = voiceSource
      self.voiceCloneID = voiceCloneID
    }
  }

  package init(
    id: String, userID: String, kind: RecordingAnswer.Kind, title: String?, date: String?, time: String?,
    createdAt: Date, durationSeconds: Double, byteCount: Int, blob: BlobID, sample: SampleFacts? = nil,
    note: NoteFacts? = nil
  ) {
    self.id = id
    self.userID = userID
    self.kind = kind
    self.title = title
    self.date = date
    self.time = time
    self.createdAt = createdAt
    self.durationSeconds = durationSeconds
    self.byteCount = byteCount
    self.blob = blob
    self.sample = sample
    self.note = note
  }

  /// The date as the list shows it on that day, `YYYY-MM-DD`.
  package func shownDate(at now: Date) -> String? { date.flatMap { ShownDate.resolve($0, at: now) } }

  /// What the list is sorted by: the shown date, else the day on which it was made.
  package func sortDate(at now: Date) -> String { shownDate(at: now) ?? ShownDate.day(of: createdAt) }

  /// What recordings of one day are sorted by: the shown time, else the one at which it was made; `HH:MM`.
  package var sortTime: String { time ?? ShownDate.time(of: createdAt) }

  /// Without a title the date stands for it, without a date the id.
  package func shownTitle(at now: Date) -> String { title ?? shownDate(at: now) ?? id }
}
