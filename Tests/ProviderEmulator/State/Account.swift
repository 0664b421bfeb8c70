/// The ElevenLabs account: what the plan allows and what has been used of it.
package struct Account: Sendable, Codable, Equatable {
  package var tier: String
  package var status: String
  /// Credits used and included.
  package var characterCount: Int
  package var characterLimit: Int
  package var voiceLimit: Int
  /// Additions and edits allowed per month; nil: not limited.
  package var maxVoiceAddEdits: Int?
  package var voiceAddEditCounter: Int
  package var canUseInstantVoiceCloning: Bool
  /// Requests at once for Multilingual, v3 and v4.
  package var concurrency: Int
  /// Requests at once for Flash and Turbo.
  package var fastConcurrency: Int
  package var nextCharacterCountResetUnix: Int
  /// What the key may do; a missing scope is refused with 401.
  package var scopes: [String]
  /// Whether the Google project is old enough to still reach models that are closed to new users.
  package var reachesClosedModels: Bool

  package static let allScopes = ["text_to_speech", "voices_read", "voices_write", "models_read", "user_read"]

  /// The allowances of a plan, nothing used yet; an unknown plan gets those of `creator`.
  package init(tier: String = "creator") {
    let plan = Plan.named(tier)
    self.tier = tier
    status = tier == "free" ? "free" : "active"
    characterCount = 0
    characterLimit = plan.credits
    voiceLimit = plan.voices
    maxVoiceAddEdits = plan.addEdits
    voiceAddEditCounter = 0
    canUseInstantVoiceCloning = tier != "free"
    concurrency = plan.concurrency
    fastConcurrency = plan.concurrency * 2
    nextCharacterCountResetUnix = 1_798_761_600
    scopes = Self.allScopes
    reachesClosedModels = false
  }
}
