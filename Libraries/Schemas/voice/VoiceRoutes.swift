/// Answer of `POST /users/{id}/voice/clone` and `DELETE /users/{id}/voice`.
package struct CloneAnswer: Sendable, Codable, Equatable {
  package var status: String
  package var action: CloneAction?
  package var voiceCloneID: String?
  package var cloneState: CloneState
  /// The local engine's label; absent for a copy of the voice.
  package var voiceSource: VoiceSource?
  package var cloneQuality: VoiceLabel.Quality?
  package var engine: String?
  package var voiceNotice: String?

  package init(
    status: String = "ok", action: CloneAction?, voiceCloneID: String?, cloneState: CloneState,
    label: VoiceLabel? = nil
  ) {
    self.status = status
    self.action = action
    self.voiceCloneID = voiceCloneID
    self.cloneState = cloneState
    voiceSource = label?.source
    cloneQuality = label?.quality
    engine = label?.engine
    voiceNotice = label?.notice
  }

  package enum CodingKeys: String, CodingKey {
    case status, action, voiceSource, engine
    case cloneQuality = "clone_quality"
    case voiceNotice = "voice_notice"
    case voiceCloneID = "voice_clone_id"
    case cloneState = "clone_state"
  }
}

/// Answer of `POST /admin/voice-clones/promote`.
package struct PromotionAnswer: Sendable, Codable, Equatable {
  package var promoted = 0
  package var failed = 0
  /// Stubs that are left.
  package var remaining = 0
  /// Why the sweep ended before every stub had its turn; absent where it did not.
  package var stoppedBy: ErrorCode?

  package init() {}

  package enum CodingKeys: String, CodingKey {
    case promoted, failed, remaining
    case stoppedBy = "stopped_by"
  }
}

/// Answer of `POST /users/{id}/voice/pool/touch` (V10). Deprecated.
package struct PoolTouchAnswer: Sendable, Codable, Equatable {
  package var status: String
  package var voiceCloneID: String
  /// 0 is the most recently used; absent where the pool does not hold the voice.
  package var position: Int?
  package var size: Int
  package var enabled: Bool

  package init(status: String, voiceCloneID: String, position: Int?, size: Int, enabled: Bool) {
    self.status = status
    self.voiceCloneID = voiceCloneID
    self.position = position
    self.size = size
    self.enabled = enabled
  }

  package enum CodingKeys: String, CodingKey {
    case status, position, size, enabled
    case voiceCloneID = "voice_clone_id"
  }
}

/// The older form of `GET /users/{id}/voice/source`, for `Accept: application/json`.
package struct VoiceSourceAnswer: Sendable, Codable, Equatable {
  package var audioBase64: String
  package var mimeType: String
  package var durationSeconds: Double

  package init(audioBase64: String, mimeType: String, durationSeconds: Double) {
    self.audioBase64 = audioBase64
    self.mimeType = mimeType
    self.durationSeconds = durationSeconds
  }

  package enum CodingKeys: String, CodingKey {
    case audioBase64 = "audio_base64"
    case mimeType = "mime_type"
    case durationSeconds = "duration_seconds"
  }
}

/// Answer of `GET /users/{id}/recordings/{rid}/waveform`.
package struct WaveformAnswer: Sendable, Codable, Equatable {
  /// Peaks of equally long stretches, 0…1 of full scale.
  package var levels: [Double]
  package var durationSeconds: Double

  package init(levels: [Double], durationSeconds: Double) {
    self.levels = levels
    self.durationSeconds = durationSeconds
  }

  package enum CodingKeys: String, CodingKey {
    case levels
    case durationSeconds = "duration_seconds"
  }
}

/// Body of `PATCH /users/{id}/recordings/{rid}`: absent fields stay, `null` clears one.
package struct RecordingPatchRequest: JSONBody {
  package var title: String??
  package var date: String??
  package var time: String??
  /// Of a sample: whether the clone is to be made from it, with `POST /users/{id}/voice/clone`.
  package var isActive: Bool?

  package init(from fields: inout FieldReader) {
    let title = fields.optionalString("title", length: 1...50)
    let date = fields.optionalString("date", length: 1...16)
    let time = fields.optionalString("time", length: 1...8)
    isActive = fields.optionalBoolean("is_active")
    self.title = fields.has("title") ? .some(title) : nil
    self.date = fields.has("date") ? .some(date) : nil
    self.time = fields.has("time") ? .some(time) : nil
  }

  package static var refusesUnknownFields: Bool { true }
}
