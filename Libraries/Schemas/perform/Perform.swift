/// Body of `POST /perform`. `value` and `topic` are data, never instructions.
package struct PerformRequest: JSONBody {
  package var routineType: String
  package var value: String
  package var topic: String?
  package var settingsOverride: [String: JSONValue]?
  package var model: String?
  package var rehearsal: Bool

  package init(from fields: inout FieldReader) {
    routineType = fields.string("routine_type", length: 1...64)
    value = fields.string("value", length: 1...1000)
    topic = fields.optionalString("topic", length: 0...1000)
    settingsOverride = fields.optionalObject("settings_override")
    model = fields.optionalString("model", length: 1...100)
    rehearsal = fields.optionalBoolean("rehearsal") ?? false
  }
}

extension PerformRequest {
  /// A plain performance: no override, no model of its own, and a card in the list.
  package init(routineType: String, value: String, topic: String?) {
    (self.routineType, self.value, self.topic) = (routineType, value, topic)
    (settingsOverride, model, rehearsal) = (nil, nil, false)
  }
}

/// JSON answer of `POST /perform`.
package struct PerformAnswer: Sendable, Codable, Equatable {
  package var routineType: String
  package var text: String
  package var audioBase64: String?
  package var audioURL: String
  package var recordingID: String
  package var performanceID: String
  package var filename: String
  package var durationSeconds: Double
  package var charCount: Int
  package var monthlyLimit: Int
  package var voiceSource: String
  package var textSource: String
  package var charsUsedRaw: Int
  package var charsUsedEffective: Int
  package var model: String
  /// Milliseconds by step; `total` until the note was paid for. A repetition is told the same.
  package var timings: [String: Double]
  /// Signed record of where the note comes from; see ``ProvenanceClaims``.
  package var provenance: String?

  package init(
    routineType: String, text: String, audioBase64: String?, audioURL: String, recordingID: String,
    performanceID: String, filename: String, durationSeconds: Double, charCount: Int, monthlyLimit: Int,
    voiceSource: String, textSource: String, charsUsedRaw: Int, charsUsedEffective: Int, model: String,
    timings: [String: Double]
  ) {
    self.routineType = routineType
    self.text = text
    self.audioBase64 = audioBase64
    self.audioURL = audioURL
    self.recordingID = recordingID
    self.performanceID = performanceID
    self.filename = filename
    self.durationSeconds = durationSeconds
    self.charCount = charCount
    self.monthlyLimit = monthlyLimit
    self.voiceSource = voiceSource
    self.textSource = textSource
    self.charsUsedRaw = charsUsedRaw
    self.charsUsedEffective = charsUsedEffective
    self.model = model
    self.timings = timings
  }

  package enum CodingKeys: String, CodingKey {
    case text, filename, charCount, monthlyLimit, voiceSource, textSource, charsUsedRaw, charsUsedEffective, model
    case timings, provenance
    case routineType = "routine_type"
    case audioBase64 = "audio_base64"
    case audioURL = "audio_url"
    case recordingID = "recording_id"
    case performanceID = "performance_id"
    case durationSeconds = "duration_seconds"
  }
}

/// Answer to `Prefer: respond-async`.
package struct PerformAcceptedAnswer: Sendable, Codable, Equatable {
  package var performanceID: String
  package var recordingID: String
  package var streamURL: String
  package var audioURL: String

  package init(performanceID: String, recordingID: String, streamURL: String, audioURL: String) {
    self.performanceID = performanceID
    self.recordingID = recordingID
    self.streamURL = streamURL
    self.audioURL = audioURL
  }

  package enum CodingKeys: String, CodingKey {
    case performanceID = "performance_id"
    case recordingID = "recording_id"
    case streamURL = "stream_url"
    case audioURL = "audio_url"
  }
}
