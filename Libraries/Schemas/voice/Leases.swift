/// Body of `POST /internal/voice/leases`: a performance wants to speak in this user's voice.
package struct LeaseRequest: JSONBody, Codable, Equatable {
  package var userID: String
  package var performanceID: String

  package init(userID: String, performanceID: String) {
    self.userID = userID
    self.performanceID = performanceID
  }

  package init(from fields: inout FieldReader) {
    userID = fields.string("user_id", length: 1...64)
    performanceID = fields.string("performance_id", length: 1...64)
  }

  package enum CodingKeys: String, CodingKey {
    case userID = "user_id"
    case performanceID = "performance_id"
  }
}

/// A voice that is not deleted while the lease lives. Ends by `DELETE /internal/voice/leases/{lease_id}` or by time.
package struct LeaseAnswer: Sendable, Codable, Equatable {
  package var leaseID: String
  /// Seconds that the lease lives for, counted by whoever asks: no two clocks are compared.
  package var expiresIn: Double
  /// As people see it; `local_…` for the local engine.
  package var voiceCloneID: String
  /// As the speech provider knows it.
  package var providerVoiceID: String
  /// Speech plugin that holds the voice: `elevenlabs`, `local`.
  package var provider: String
  package var voiceSource: VoiceSource
  /// Whether the voice had to be made again for this lease.
  package var recreated: Bool
  /// Names the speaker's consent without telling whose it is; `nil` for a voice that no kept consent belongs to.
  package var consentReference: String?
  /// Whom the local engine is to come near to; absent where the provider holds a copy of the voice.
  package var voiceProfile: VoiceProfile?

  package init(
    leaseID: String, expiresIn: Double, voiceCloneID: String, providerVoiceID: String, provider: String,
    voiceSource: VoiceSource, recreated: Bool, consentReference: String? = nil, voiceProfile: VoiceProfile? = nil
  ) {
    self.leaseID = leaseID
    self.expiresIn = expiresIn
    self.voiceCloneID = voiceCloneID
    self.providerVoiceID = providerVoiceID
    self.provider = provider
    self.voiceSource = voiceSource
    self.recreated = recreated
    self.consentReference = consentReference
    self.voiceProfile = voiceProfile
  }

  package enum CodingKeys: String, CodingKey {
    case provider, voiceSource, recreated
    case leaseID = "lease_id"
    case expiresIn = "expires_in"
    case voiceCloneID = "voice_clone_id"
    case providerVoiceID = "provider_voice_id"
    case consentReference = "consent_reference"
    case voiceProfile = "voice_profile"
  }
}

/// Body of `POST /internal/voice/leases/{lease_id}/missing`: the provider did not know the leased voice.
/// The answer is a lease on a voice made anew, or the problem `VOICE_CLONE_REQUIRED`.
package struct VoiceMissingReport: JSONBody, Codable, Equatable {
  package var providerVoiceID: String

  package init(providerVoiceID: String) { self.providerVoiceID = providerVoiceID }

  package init(from fields: inout FieldReader) {
    providerVoiceID = fields.string("provider_voice_id", length: 1...128)
  }

  package enum CodingKeys: String, CodingKey {
    case providerVoiceID = "provider_voice_id"
  }
}
