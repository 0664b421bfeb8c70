import PerformCore
import TextProviders

/// What a note must be like.
package struct NoteExpectation: Sendable {
  package var language: String
  package var value: String
  package var topic: String?
  /// Phrases that would give the routine away.
  package var hiddenWords: [String]
  /// In Unicode code points.
  package var length: ClosedRange<Int>

  package init(_ subject: TextSubject, hiddenWords: [String]) {
    language = subject.language
    value = subject.value
    topic = subject.topic
    self.hiddenWords = hiddenWords
    length = NoteLength.range(for: subject.value)
  }

  package init(_ brief: NoteBrief) {
    self.init(brief.subject, hiddenWords: brief.routine.hiddenWords[brief.language] ?? [])
  }
}
