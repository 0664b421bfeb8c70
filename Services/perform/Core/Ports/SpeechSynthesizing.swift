import Schemas
import SpeechProviders

/// Speaks notes in the performer's voice, at the provider that holds it.
package protocol SpeechSynthesizing: Sendable {
  /// The model to speak with.
  ///
  /// - Parameter requested: by the performer; `nil` for the configured one.
  /// - Throws: ``ServiceError`` `UNKNOWN_MODEL` for a model that the configured provider cannot speak with.
  func model(_ requested: String?) throws(ServiceError) -> String

  /// What the provider's audio is known to be before it comes, if anything.
  func usualFormat(of provider: String) -> SpeechStream.Format?

  /// What the answers say about the voice that speaks under this lease.
  func voiceSource(of lease: LeaseAnswer) -> VoiceSource

  /// Why a performance that began now could not be spoken: its provider has failed too often, or too many wait for it.
  /// `nil` normally. Takes nothing.
  func obstacle(model: String) -> SpeechError?

  /// Opens connections ahead of time.
  func warm() async

  /// Returns when the provider's first audio is in. Waits for the provider's limit of requests at once, and tries again
  /// where that can help.
  ///
  /// - Throws: ``SpeechError`` `voiceNotFound` when the provider does not know the voice (any more).
  func speak(_ utterance: Utterance) async throws(SpeechError) -> SpeechStream
}

/// What is to be said, by whom and how.
package struct Utterance: Sendable {
  /// As answered and charged; what is sent may spell out its numbers.
  package var text: String
  /// Four digits alone are a year and not a quantity.
  package var readsYears: Bool
  /// Speech plugin that holds the voice.
  package var provider: String
  package var voiceID: String
  package var model: String
  package var settings: UserSettings
  package var performanceID: String
  /// Whose turn it is when requests have to wait.
  package var userID: String
  /// Whom an engine that does not clone should come near to.
  package var profile: VoiceProfile?

  package init(
    text: String, readsYears: Bool, provider: String, voiceID: String, model: String, settings: UserSettings,
    performanceID: String, userID: String, profile: VoiceProfile? = nil
  ) {
    self.text = text
    self.readsYears = readsYears
    self.provider = provider
    self.voiceID = voiceID
    self.model = model
    self.settings = settings
    self.performanceID = performanceID
    self.userID = userID
    self.profile = profile
  }
}
