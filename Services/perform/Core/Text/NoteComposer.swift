import TextProviders

/// Finds the words of one note: written, checked, and never anything unchecked.
package protocol NoteComposer: Sendable {
  /// - Throws: ``TextError`` of the last writer when none wrote a fitting text; `cancelled` when the task was.
  func compose(_ brief: NoteBrief) async throws(TextError) -> ComposedNote

  /// Opens connections ahead of time.
  func warm() async
}

extension NoteComposer {
  package func warm() async {}
}

/// What the note is to be about.
package struct NoteBrief: Sendable {
  /// English name in lower case, as in the settings.
  package var language: String
  package var routine: Routine
  package var value: SpokenValue
  package var topic: SpokenValue?
  /// `male` or `female`, for languages in which a speaker's words show it; `nil` avoids such words.
  package var speaker: String?
  /// Tells people apart so that no one hears one line twice running; never shown or sent.
  package var userKey: String

  package init(
    language: String, routine: Routine, value: SpokenValue, topic: SpokenValue?, speaker: String? = nil,
    userKey: String
  ) {
    self.language = language
    self.routine = routine
    self.value = value
    self.topic = topic
    self.speaker = speaker
    self.userKey = userKey
  }

  /// The brief as text providers take it; the routine's own topic stands in for an absent one.
  package var subject: TextSubject {
    TextSubject(
      language: language, routine: routine.id, value: value.text, topic: topic?.text ?? routine.topics[language],
      userKey: userKey)
  }
}

package struct ComposedNote: Sendable, Equatable {
  package var text: String
  /// `gemini`, `openai_compatible` or `template`.
  package var textSource: String
  /// The model that really answered.
  package var model: String
  /// Drafts asked for, refused and failed ones of every writer included.
  package var attempts: Int

  package init(text: String, textSource: String, model: String, attempts: Int) {
    self.text = text
    self.textSource = textSource
    self.model = model
    self.attempts = attempts
  }
}
