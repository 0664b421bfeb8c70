/// The voices that a cloning provider holds for our account.
///
/// The provider's list is the source of truth; none of these calls is repeated by the implementation after
/// the request may have arrived, since creating and editing are metered.
package protocol VoiceCloning: Sendable {
  /// Every voice in the account, ours and foreign.
  func voices() async throws(SpeechError) -> [ProviderVoice]

  func allowance() async throws(SpeechError) -> VoiceAllowance

  /// - Returns: the provider's id of the new voice.
  func createVoice(_ request: VoiceCreation) async throws(SpeechError) -> CreatedVoice

  /// Sets name and labels together: the provider may clear labels that are not sent again.
  func renameVoice(id: String, name: String, labels: [String: String]) async throws(SpeechError)

  /// Succeeds also when the provider does not know the voice (any more).
  func deleteVoice(id: String) async throws(SpeechError)
}

package struct ProviderVoice: Sendable, Equatable {
  package var id: String
  package var name: String
  /// `cloned` for instant clones, `premade` for the provider's own.
  package var category: String
  package var labels: [String: String]
  /// The voice exists but cannot be used until the provider has verified it.
  package var requiresVerification: Bool

  package init(
    id: String, name: String, category: String, labels: [String: String], requiresVerification: Bool = false
  ) {
    self.id = id
    self.name = name
    self.category = category
    self.labels = labels
    self.requiresVerification = requiresVerification
  }
}

package struct VoiceAllowance: Sendable, Equatable {
  package var voiceLimit: Int
  package var voicesUsed: Int
  /// Additions and edits per month; `nil` where the plan has no bound.
  package var addEditLimit: Int?
  package var addEditsUsed: Int
  /// The provider's credits used and included in the current period.
  package var creditsUsed: Int
  package var creditLimit: Int

  package init(
    voiceLimit: Int, voicesUsed: Int, addEditLimit: Int?, addEditsUsed: Int, creditsUsed: Int, creditLimit: Int
  ) {
    self.voiceLimit = voiceLimit
    self.voicesUsed = voicesUsed
    self.addEditLimit = addEditLimit
    self.addEditsUsed = addEditsUsed
    self.creditsUsed = creditsUsed
    self.creditLimit = creditLimit
  }
}

package struct VoiceCreation: Sendable {
  package var name: String
  package var labels: [String: String]
  /// Paths of normalised MP3 files.
  package var samples: [String]

  package init(name: String, labels: [String: String], samples: [String]) {
    self.name = name
    self.labels = labels
    self.samples = samples
  }
}

package struct CreatedVoice: Sendable, Equatable {
  package var id: String
  /// The voice exists but cannot be used until the provider has verified it.
  package var requiresVerification: Bool

  package init(id: String, requiresVerification: Bool) {
    self.id = id
    self.requiresVerification = requiresVerification
  }
}
