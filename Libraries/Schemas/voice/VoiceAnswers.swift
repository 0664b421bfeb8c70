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
    /// As the provenance records of notes name it.
    package var reference: String

    package init(givenAt: Date, sampleHash: String, reference: String) {
      self.givenAt = givenAt
      self.sampleHash = sampleHash
      self.reference = reference
    }

    package enum CodingKeys: String, CodingKey {
      case reference
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

  /// Every field is there, `null` where there is nothing; only the label is left out where there is none.
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
