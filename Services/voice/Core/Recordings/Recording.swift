import Foundation
import Schemas

/// One row of "All Recordings".
package struct Recording: Sendable, Equatable {
  package var id: String
  package var userID: String
  package var kind: RecordingAnswer.Kind
  package var title: String?
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

  /// What the list is sorted by: the shown date, else the day on which it was made.
  package var sortDate: String { date ?? ShownDate.day(of: createdAt) }
}
