import PerformCore
import Stemming
import TextProviders

/// Decides whether a text may be spoken. Pure; safe to share.
package struct TextCheck: Sendable {
  private let profiles: LanguageProfiles
  private let evidence: LanguageEvidence
  private let prompts: PromptFolder

  package init(profiles: LanguageProfiles, prompts: PromptFolder) {
    self.profiles = profiles
    self.prompts = prompts
    evidence = LanguageEvidence(profiles)
  }

  /// Everything that is wrong with the text, which must be NFC; empty for one that may be spoken.
  package func violations(of text: String, for expectation: NoteExpectation) -> [TextViolation] {
    let draft = Draft(text, expectation)
    return kinds(draft).map { TextViolation(kind: $0, correction: prompts.rules.correction(of: $0, in: draft)) }
  }

  /// Whether a ready sentence fits the subject; the cheapest rule first, since most are refused by their length.
  package func accepts(_ text: String, _ expectation: NoteExpectation) -> Bool {
    expectation.length.contains(text.unicodeScalars.count) && violations(of: text, for: expectation).isEmpty
  }

  /// ``accepts(_:_:)`` for writers that know only the subject.
  package func acceptor(_ catalog: RoutineCatalog) -> @Sendable (String, TextSubject) -> Bool {
    { text, subject in
      let routine = catalog.all.first { $0.id == subject.routine }
      let hiddenWords = routine?.hiddenWords[subject.language] ?? []
      return accepts(text, NoteExpectation(subject, hiddenWords: hiddenWords))
    }
  }

  private func kinds(_ draft: Draft) -> [TextViolation.Kind] {
    let language = draft.expectation.language
    guard let profile = profiles[language], let prompt = prompts[language] else { return [.wrongLanguage] }
    return [
      draft.valueViolation, draft.lengthViolation, draft.sentenceViolation(prompts.rules),
      draft.topicViolation(in: profile), draft.languageViolation(evidence), draft.assistantViolation(prompt),
    ].compactMap(\.self) + draft.markViolations(prompts.rules)
  }
}
