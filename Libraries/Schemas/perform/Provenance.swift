/// JSON body of `POST /provenance/verify`; the MP3 itself may be sent instead, as `audio/mpeg`.
package struct ProvenanceRequest: JSONBody {
  /// Of the whole file, or of its audio alone, hexadecimal.
  package var sha256: String
  /// As answered with the note.
  package var record: String

  package init(from fields: inout FieldReader) {
    sha256 = fields.string("sha256", length: 64...64)
    record = fields.string("record", length: 1...4096)
  }
}

/// Where a note comes from: the signed content of its record.
///
/// Nothing in it says what the note says, who spoke it or for whom.
package struct ProvenanceClaims: Sendable, Codable, Equatable {
  package var performanceID: String
  /// Of the whole MP3, hexadecimal.
  package var sha256: String
  /// Of the audio alone, without the tags at both ends, hexadecimal; `nil` in records of older releases.
  package var audioSHA256: String?
  package var sizeBytes: Int
  /// ISO 8601, UTC, to the second.
  package var madeAt: String
  package var model: String
  package var voiceSource: String
  /// Under which the voice service keeps the speaker's consent to the voice.
  package var consentReference: String
  /// IPTC's term for content made by a trained model.
  package var digitalSourceType: String

  package init(
    performanceID: String, sha256: String, audioSHA256: String?, sizeBytes: Int, madeAt: String, model: String,
    voiceSource: String, consentReference: String, digitalSourceType: String
  ) {
    self.performanceID = performanceID
    self.sha256 = sha256
    self.audioSHA256 = audioSHA256
    self.sizeBytes = sizeBytes
    self.madeAt = madeAt
    self.model = model
    self.voiceSource = voiceSource
    self.consentReference = consentReference
    self.digitalSourceType = digitalSourceType
  }

  package enum CodingKeys: String, CodingKey {
    case sha256, model, voiceSource
    case performanceID = "performance_id"
    case audioSHA256 = "audio_sha256"
    case sizeBytes = "size_bytes"
    case madeAt = "made_at"
    case consentReference = "consent_reference"
    case digitalSourceType = "digital_source_type"
  }
}

/// Answer of `POST /provenance/verify`.
package struct ProvenanceAnswer: Sendable, Codable, Equatable {
  package enum Verdict: String, Sendable, Codable {
    /// The record is ours and the audio is the one that it speaks of, whoever has rewritten its tags.
    case genuine
    /// The record is ours, the audio is another or was changed.
    case audioDiffers = "audio_differs"
    case recordForged = "record_forged"
    /// No record was sent, and none is kept for this audio.
    case noRecord = "no_record"
  }

  package var verdict: Verdict
  /// Whether the audio carries the mark of machine-made sound; `nil` where only its hash was sent.
  package var marked: Bool?
  package var claims: ProvenanceClaims?
  /// Our public key as a JWK, for whoever wants to check records without us.
  package var key: JSONValue

  package init(verdict: Verdict, marked: Bool?, claims: ProvenanceClaims?, key: JSONValue) {
    self.verdict = verdict
    self.marked = marked
    self.claims = claims
    self.key = key
  }
}
