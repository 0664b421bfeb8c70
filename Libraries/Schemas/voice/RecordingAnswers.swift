import Foundation

/// One row of `GET /users/{id}/recordings` (V11).
package struct RecordingAnswer: Sendable, Codable, Equatable {
  package enum Kind: String, Sendable, Codable, CaseIterable { case sample, note, decoy }
  package enum State: String, Sendable, Codable, CaseIterable { case sample, promoted, updated }

  package var id: String
  package var kind: Kind
  package var title: String
  /// `YYYY-MM-DD` as shown, after relative dates are resolved.
  package var date: String?
  package var time: String?
  package var createdAt: Date
  package var durationSeconds: Double
  package var sizeBytes: Int
  package var mime: String
  package var state: State?
  package var cloneState: CloneState
  package var isActiveSample: Bool
  package var isCurrentClone: Bool
  /// The first characters only.
  package var voiceCloneID: String?
  package var voiceSource: VoiceSource?
  package var routineType: String?
  package var hasWaveform: Bool
  package var audioURL: String

  package init(
    id: String, kind: Kind, title: String, date: String?, time: String?, createdAt: Date, durationSeconds: Double,
    sizeBytes: Int, mime: String, state: State?, cloneState: CloneState, isActiveSample: Bool, isCurrentClone: Bool,
    voiceCloneID: String?, voiceSource: VoiceSource?, routineType: String?, hasWaveform: Bool, audioURL: String
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.date = date
    self.time = time
    self.createdAt = createdAt
    self.durationSeconds = durationSeconds
    self.sizeBytes = sizeBytes
    self.mime = mime
    self.state = state
    self.cloneState = cloneState
    self.isActiveSample = isActiveSample
    self.isCurrentClone = isCurrentClone
    self.voiceCloneID = voiceCloneID
    self.voiceSource = voiceSource
    self.routineType = routineType
    self.hasWaveform = hasWaveform
    self.audioURL = audioURL
  }

  /// Every field is there, `null` where there is nothing; only `routine_type` is left out of what has none.
  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(id, forKey: .id)
    try fields.encode(kind, forKey: .kind)
    try fields.encode(title, forKey: .title)
    try fields.encode(date, forKey: .date)
    try fields.encode(time, forKey: .time)
    try fields.encode(createdAt, forKey: .createdAt)
    try fields.encode(durationSeconds, forKey: .durationSeconds)
    try fields.encode(sizeBytes, forKey: .sizeBytes)
    try fields.encode(mime, forKey: .mime)
    try encodeVoice(into: &fields)
    try fields.encodeIfPresent(routineType, forKey: .routineType)
    try fields.encode(hasWaveform, forKey: .hasWaveform)
    try fields.encode(audioURL, forKey: .audioURL)
  }

  private func encodeVoice(into fields: inout KeyedEncodingContainer<CodingKeys>) throws {
    try fields.encode(state, forKey: .state)
    try fields.encode(cloneState, forKey: .cloneState)
    try fields.encode(isActiveSample, forKey: .isActiveSample)
    try fields.encode(isCurrentClone, forKey: .isCurrentClone)
    try fields.encode(voiceCloneID, forKey: .voiceCloneID)
    try fields.encode(voiceSource, forKey: .voiceSource)
  }

  package enum CodingKeys: String, CodingKey {
    case id, kind, title, date, time, mime, state, voiceSource
    case createdAt = "created_at"
    case durationSeconds = "duration_seconds"
    case sizeBytes = "size_bytes"
    case cloneState = "clone_state"
    case isActiveSample = "is_active_sample"
    case isCurrentClone = "is_current_clone"
    case voiceCloneID = "voice_clone_id"
    case routineType = "routine_type"
    case hasWaveform = "has_waveform"
    case audioURL = "audio_url"
  }
}

package struct RecordingsAnswer: Sendable, Codable, Equatable {
  package var recordings: [RecordingAnswer]
  /// Passed back as `cursor` for the next page; absent on the last one.
  package var nextCursor: String?

  package init(recordings: [RecordingAnswer], nextCursor: String?) {
    self.recordings = recordings
    self.nextCursor = nextCursor
  }

  package enum CodingKeys: String, CodingKey {
    case recordings
    case nextCursor = "next_cursor"
  }
}
