import Foundation

/// Which engine's voice spoke (G3).
package enum VoiceSource: String, Sendable, Codable, CaseIterable {
  case providerVoiceID = "provider_voice_id"
  case localMatched = "local_matched"
  case stockVoice = "stock_voice"
}

/// Life of a clone (V5).
package enum CloneState: String, Sendable, Codable, CaseIterable {
  case none, stub, creating, ready, updating, evicted, failed, deleted
}

/// What an upload did to the clone (V4); the failed ones stand in a problem's `clone_action`.
package enum CloneAction: String, Sendable, Codable, CaseIterable {
  case createdStub = "created_stub"
  case createdReal = "created_real"
  case promotedStub = "promoted_stub"
  case updatedReal = "updated_real"
  case updateSkipped = "update_skipped"
  case createFailed = "create_failed"
  case promoteFailed = "promote_failed"
  case updateFailed = "update_failed"
}

/// Answer of `POST /users/{id}/voice`.
package struct UploadAnswer: Sendable, Codable, Equatable {
  package var status: String
  package var action: CloneAction
  package var voiceCloneID: String?
  package var cloneState: CloneState
  /// Size of the normalised MP3.
  package var bytes: Int
  /// SHA-256 of the normalised PCM, hexadecimal.
  package var hash: String
  /// Seconds, measured on the decoded audio before trimming.
  package var duration: Double
  package var dedup: Bool
  package var transcoded: Bool
  package var loudnessLUFS: Double
  package var truePeakDBTP: Double
  package var trimmedSeconds: Double
  /// The client's own figure, where it is more than 2 s off.
  package var declaredDuration: Double?
  /// The local engine's label; absent for a copy of the voice.
  package var voiceSource: VoiceSource?
  package var cloneQuality: VoiceLabel.Quality?
  package var engine: String?
  package var voiceNotice: String?

  package init(
    status: String = "ok", action: CloneAction, voiceCloneID: String?, cloneState: CloneState, bytes: Int,
    hash: String, duration: Double, dedup: Bool, transcoded: Bool, loudnessLUFS: Double, truePeakDBTP: Double,
    trimmedSeconds: Double, declaredDuration: Double?, label: VoiceLabel?
  ) {
    self.status = status
    self.action = action
    self.voiceCloneID = voiceCloneID
    self.cloneState = cloneState
    self.bytes = bytes
    self.hash = hash
    self.duration = duration
    self.dedup = dedup
    self.transcoded = transcoded
    self.loudnessLUFS = loudnessLUFS
    self.truePeakDBTP = truePeakDBTP
    self.trimmedSeconds = trimmedSeconds
    self.declaredDuration = declaredDuration
    voiceSource = label?.source
    cloneQuality = label?.quality
    engine = label?.engine
    voiceNotice = label?.notice
  }

  package enum CodingKeys: String, CodingKey {
    case status, action, bytes, hash, duration, dedup, transcoded, voiceSource, engine
    case cloneQuality = "clone_quality"
    case voiceNotice = "voice_notice"
    case voiceCloneID = "voice_clone_id"
    case cloneState = "clone_state"
    case loudnessLUFS = "loudness_lufs"
    case truePeakDBTP = "true_peak_dbtp"
    case trimmedSeconds = "trimmed_seconds"
    case declaredDuration = "declared_duration"
  }
}

/// Answer of `GET /users/{id}/voice/meta` (V9).
package struct VoiceMetaAnswer: Sendable, Codable, Equatable {
  package struct Sample: Sendable, Codable, Equatable {
    package var hash: String
    package var duration: Double
    package var bytes: Int
    package var createdAt: Date

    package init(hash: String, duration: Double, bytes: Int, createdAt: Date) {
      self.hash = hash
      self.duration = duration
      self.bytes = bytes
      self.createdAt = createdAt
    }

    package enum CodingKeys: String, CodingKey {
      case hash, duration, bytes
      case createdAt = "created_at"
    }
  }

  package struct Consent: Sendable, Codable, Equatable {
    package var givenAt: Date
    package var sampleHash: String

    package init(givenAt: Date, sampleHash: String) {
      self.givenAt = givenAt
      self.sampleHash = sampleHash
    }

    package enum CodingKeys: String, CodingKey {
      case givenAt = "given_at"
      case sampleHash = "sample_hash"
    }
  }

  package var hasSample: Bool
  package var hasClone: Bool
  package var voiceCloneID: String?
  package var inPool: Bool
  package var cloneState: CloneState
  package var provider: String?
  package var previousCloneID: String?
  package var sample: Sample?
  package var consent: Consent?
  /// The local engine's label; absent for a copy of the voice.
  package var voiceSource: VoiceSource?
  package var cloneQuality: VoiceLabel.Quality?
  package var engine: String?
  package var voiceNotice: String?

  package init(
    hasSample: Bool, hasClone: Bool, voiceCloneID: String?, inPool: Bool, cloneState: CloneState, provider: String?,
    previousCloneID: String?, sample: Sample?, consent: Consent?, label: VoiceLabel?
  ) {
    self.hasSample = hasSample
    self.hasClone = hasClone
    self.voiceCloneID = voiceCloneID
    self.inPool = inPool
    self.cloneState = cloneState
    self.provider = provider
    self.previousCloneID = previousCloneID
    self.sample = sample
    self.consent = consent
    voiceSource = label?.source
    cloneQuality = label?.quality
    engine = label?.engine
    voiceNotice = label?.notice
  }

  /// Every field but the local engine's label is there, `null` where there is nothing.
  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(hasSample, forKey: .hasSample)
    try fields.encode(hasClone, forKey: .hasClone)
    try fields.encode(voiceCloneID, forKey: .voiceCloneID)
    try fields.encode(inPool, forKey: .inPool)
    try fields.encode(cloneState, forKey: .cloneState)
    try fields.encode(provider, forKey: .provider)
    try fields.encode(previousCloneID, forKey: .previousCloneID)
    try fields.encode(sample, forKey: .sample)
    try fields.encode(consent, forKey: .consent)
    try fields.encodeIfPresent(voiceSource, forKey: .voiceSource)
    try fields.encodeIfPresent(cloneQuality, forKey: .cloneQuality)
    try fields.encodeIfPresent(engine, forKey: .engine)
    try fields.encodeIfPresent(voiceNotice, forKey: .voiceNotice)
  }

  package enum CodingKeys: String, CodingKey {
    case hasSample, hasClone, voiceCloneID = "voiceCloneId", inPool, provider, sample, consent, voiceSource
    case engine
    case cloneQuality = "clone_quality"
    case voiceNotice = "voice_notice"
    case cloneState = "clone_state"
    case previousCloneID = "voice_clone_previous_id"
  }
}

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

  /// Every field but a note's routine is there, `null` where there is nothing.
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
