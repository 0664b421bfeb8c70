import Foundation

/// What is known of a note before its first byte: body of `POST /internal/voice/performances`, which leases the voice as
/// well, and of `POST /internal/voice/notes`, for a performance that has its lease.
///
/// Opens a pending note for the performance; opening it again discards what was written before, unless the note
/// is confirmed. The MP3 then goes to `PUT /internal/voice/notes/{performance_id}/audio` while it is made.
package struct NoteOpening: JSONBody, Codable, Equatable {
  package var performanceID: String
  package var userID: String
  /// Digest of the request, so that one Idempotency-Key serves one request only.
  package var requestDigest: String
  package var routineType: String
  /// Absent: the leased voice's.
  package var voiceCloneID: String?
  package var title: String?
  /// As in the settings: absolute or relative.
  package var date: String?
  package var time: String?
  /// A rehearsal is retrievable under its performance id but shows no card.
  package var rehearsal: Bool

  package init(
    performanceID: String, userID: String, requestDigest: String, routineType: String, voiceCloneID: String?,
    title: String?, date: String?, time: String?, rehearsal: Bool
  ) {
    self.performanceID = performanceID
    self.userID = userID
    self.requestDigest = requestDigest
    self.routineType = routineType
    self.voiceCloneID = voiceCloneID
    self.title = title
    self.date = date
    self.time = time
    self.rehearsal = rehearsal
  }

  package init(from fields: inout FieldReader) {
    performanceID = fields.string("performance_id", length: 1...64)
    userID = fields.string("user_id", length: 1...64)
    requestDigest = fields.string("request_digest", length: 1...128)
    routineType = fields.string("routine_type", length: 1...64)
    voiceCloneID = fields.optionalString("voice_clone_id", length: 1...128)
    title = fields.optionalString("title", length: 1...50)
    date = fields.optionalString("date", length: 1...16)
    time = fields.optionalString("time", length: 1...8)
    rehearsal = fields.optionalBoolean("rehearsal") ?? false
  }

  package enum CodingKeys: String, CodingKey {
    case title, date, time, rehearsal
    case performanceID = "performance_id"
    case userID = "user_id"
    case requestDigest = "request_digest"
    case routineType = "routine_type"
    case voiceCloneID = "voice_clone_id"
  }
}

/// Body of `POST /internal/voice/notes/{performance_id}/confirm`: the charge is committed, the note is delivered.
package struct NoteConfirmation: JSONBody, Codable, Equatable {
  /// The answer that a repeated request gets back, as JSON text without the audio; at most 16 KiB.
  package var answer: String
  /// Ends with the performance.
  package var leaseID: String?

  package init(answer: String, leaseID: String? = nil) {
    self.answer = answer
    self.leaseID = leaseID
  }

  package init(from fields: inout FieldReader) {
    answer = fields.string("answer", length: 0...16_384)
    leaseID = fields.optionalString("lease_id", length: 1...64)
  }

  package enum CodingKeys: String, CodingKey {
    case answer
    case leaseID = "lease_id"
  }
}

/// Where a note stands; answer of every `/internal/voice/notes…` route except the audio itself.
package struct NoteAnswer: Sendable, Codable, Equatable {
  package enum State: String, Sendable, Codable {
    /// Being written; the audio is not whole.
    case pending
    /// Whole, not yet paid for.
    case sealed
    /// Delivered: paid for and retrievable.
    case confirmed
  }

  package var performanceID: String
  package var recordingID: String
  package var userID: String
  package var requestDigest: String
  package var state: State
  /// Counts openings. Audio is taken, and a whole note discarded, only under the number that its opener was told.
  package var attempt: Int
  package var sizeBytes: Int
  package var durationSeconds: Double
  package var answer: String?
  /// JSON of the answer as far as it was known when the audio was sealed; see ``NoteDraft``.
  package var draft: String?
  /// Opens this recording's audio without a token for a short while; path and query only.
  package var audioURL: String

  package init(
    performanceID: String, recordingID: String, userID: String, requestDigest: String, state: State, attempt: Int,
    sizeBytes: Int, durationSeconds: Double, answer: String?, draft: String?, audioURL: String
  ) {
    self.performanceID = performanceID
    self.recordingID = recordingID
    self.userID = userID
    self.requestDigest = requestDigest
    self.state = state
    self.attempt = attempt
    self.sizeBytes = sizeBytes
    self.durationSeconds = durationSeconds
    self.answer = answer
    self.draft = draft
    self.audioURL = audioURL
  }

  package enum CodingKeys: String, CodingKey {
    case state, attempt, answer, draft
    case performanceID = "performance_id"
    case recordingID = "recording_id"
    case userID = "user_id"
    case requestDigest = "request_digest"
    case sizeBytes = "size_bytes"
    case durationSeconds = "duration_seconds"
    case audioURL = "audio_url"
  }
}
