import Foundation
import Schemas

/// A performance's audio on its way to being delivered (G4).
package struct Note: Sendable, Equatable {
  package var performanceID: String
  /// The same for every attempt at the performance.
  package var recordingID: String
  package var userID: String
  package var requestDigest: String
  package var routineType: String
  /// Known once it has spoken; empty before.
  package var voiceSource: String
  package var voiceCloneID: String
  package var title: String?
  /// As shown: `YYYY-MM-DD`.
  package var date: String?
  package var time: String?
  package var rehearsal: Bool
  package var state: NoteAnswer.State
  /// Counts openings; what an older one still writes is not taken.
  package var attempt: Int
  package var audio: NoteAudio?
  package var answer: String?
  package var openedAt: Date

  package init(_ opening: NoteOpening, recordingID: String, at now: Date) {
    performanceID = opening.performanceID
    self.recordingID = recordingID
    userID = opening.userID
    requestDigest = opening.requestDigest
    routineType = opening.routineType
    voiceSource = ""
    voiceCloneID = opening.voiceCloneID ?? ""
    title = opening.title.flatMap(RecordingTitle.shown)
    date = opening.date.flatMap { ShownDate.resolve($0, at: now) }
    time = opening.time.flatMap { ShownDate.isTime($0) ? $0 : nil }
    rehearsal = opening.rehearsal
    state = .pending
    attempt = 1
    openedAt = now
  }
}

/// A note's whole MP3.
package struct NoteAudio: Sendable, Equatable {
  package var blob: BlobID
  package var byteCount: Int
  package var durationSeconds: Double
  /// What perform knew of the answer when it sent the audio; see ``NoteDraft``.
  package var draft: String?

  /// Whose voice is heard, as the draft says; empty without one.
  package var voiceSource: String

  package init(
    blob: BlobID, byteCount: Int, durationSeconds: Double, draft: String? = nil, voiceSource: String = ""
  ) {
    self.blob = blob
    self.byteCount = byteCount
    self.durationSeconds = durationSeconds
    self.draft = draft
    self.voiceSource = voiceSource
  }
}

extension Note {
  /// Without an attempt only a pending note goes: somebody may have paid for a sealed one.
  package func isDiscarded(by attempt: Int?) -> Bool {
    guard let attempt else { return state == .pending }
    return state != .confirmed && self.attempt == attempt
  }

  /// The same performance tried once more.
  package func reopened(after stored: Note) -> Note {
    var next = self
    next.recordingID = stored.recordingID
    next.attempt = stored.attempt + 1
    return next
  }
}
