import Schemas

/// A performance that was asked for, checked as far as that needs nobody else.
package struct PerformOrder: Sendable {
  package var performanceID: String
  package var userID: String
  /// The caller sent an Idempotency-Key and may ask for the same performance again.
  package var isRepeatable: Bool
  /// Of the request as sent: one Idempotency-Key serves one request only.
  package var digest: String
  package var routine: Routine
  package var value: SpokenValue
  package var topic: SpokenValue?
  package var settingsOverride: SettingsChange
  package var model: String
  /// Leaves no card in the list of recordings.
  package var rehearsal: Bool

  package init(
    performanceID: String, userID: String, isRepeatable: Bool, digest: String, routine: Routine, value: SpokenValue,
    topic: SpokenValue?, settingsOverride: SettingsChange, model: String, rehearsal: Bool
  ) {
    self.performanceID = performanceID
    self.userID = userID
    self.isRepeatable = isRepeatable
    self.digest = digest
    self.routine = routine
    self.value = value
    self.topic = topic
    self.settingsOverride = settingsOverride
    self.model = model
    self.rehearsal = rehearsal
  }

  /// The most that the text can be charged with: no text longer than the length rule allows is ever spoken.
  package var maxChars: Int { NoteLength.range(for: value.text).upperBound }
}
