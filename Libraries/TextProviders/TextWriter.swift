/// Writes the words of one voice note.
package protocol TextWriter: Sendable {
  /// Where the text comes from, as answered in `textSource`: `gemini`, `openai_compatible`, `template`.
  var source: String { get }

  func write(_ request: TextRequest) async throws(TextError) -> WrittenText

  /// Opens a connection ahead of time, where there is one to open. Never billed, and failing is nobody's business.
  func warm() async
}

extension TextWriter {
  package func warm() async {}
}

/// What is to be written.
package struct TextRequest: Sendable {
  /// Instructions for a language model; a writer without one ignores them.
  package var instructions: String
  /// The data that the instructions speak of, as one JSON object.
  package var message: String
  package var subject: TextSubject
  package var timeout: Duration

  package init(instructions: String, message: String, subject: TextSubject, timeout: Duration) {
    self.instructions = instructions
    self.message = message
    self.subject = subject
    self.timeout = timeout
  }
}

/// What the note is about, for writers that work without a model.
package struct TextSubject: Sendable {
  /// English name of the language, as in the settings: `english`, `spanish`, …
  package var language: String
  package var routine: String
  package var value: String
  package var topic: String?
  /// Lets a writer avoid the same line twice running for one person; never shown.
  package var userKey: String

  package init(language: String, routine: String, value: String, topic: String?, userKey: String) {
    self.language = language
    self.routine = routine
    self.value = value
    self.topic = topic
    self.userKey = userKey
  }
}

package struct WrittenText: Sendable, Equatable {
  package var text: String
  /// The model that really answered.
  package var model: String

  package init(text: String, model: String) {
    self.text = text
    self.model = model
  }
}
