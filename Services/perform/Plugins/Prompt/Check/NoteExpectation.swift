import PerformCore
import TextProviders

/// What a note must be like.
package struct NoteExpectation: Sendable {
  package var language: String
  package var value: String
  package var topic: String?
  /// Phrases that would give the routine away.
  package var hiddenWords: [String]
  /// What the value is called in other languages, where that is known.
  package var otherNames: [String]
  /// In Unicode code points.
  package var length: ClosedRange<Int>

  package init(_ subject: TextSubject, hiddenWords: [String] = [], otherNames: [String] = []) {
    language = subject.language
    value = subject.value
    topic = subject.topic
    self.hiddenWords = hiddenWords
    self.otherNames = otherNames
    length = NoteLength.range(for: subject.value)
  }

  package init(_ subject: TextSubject, _ routine: Routine?) {
    self.init(
      subject, hiddenWords: routine?.hiddenWords[subject.language] ?? [],
      otherNames: routine?.otherNames(of: subject.value) ?? [])
  }

  package init(_ brief: NoteBrief) {
    self.init(brief.subject, brief.routine)
  }
}
