import PerformCore
import Stemming
import TextProviders

/// Decides whether a text may be spoken. Pure; safe to share.
package struct TextCheck: Sendable {
  private let languages: [String: LanguageRules]
  private let evidence: LanguageEvidence
  private let rules: CheckRules
  private let assistantTalk: PhraseIndex

  package init(profiles: LanguageProfiles, prompts: PromptFolder) {
    let known = profiles.all.compactMap { profile in
      prompts[profile.language].map { (profile.language, LanguageRules(profile, $0)) }
    }
    languages = Dictionary(known) { first, _ in first }
    rules = prompts.rules
    assistantTalk = prompts.assistantTalk
    evidence = LanguageEvidence(profiles)
  }

  /// Everything that is wrong with the text, which must be NFC; empty for one that may be spoken.
  package func violations(of text: String, for expectation: NoteExpectation) -> [TextViolation] {
    let draft = Draft(text, expectation)
    let found = languages[expectation.language].map { kinds(draft, CheckedNote(expectation, $0)) }
    return (found ?? [.wrongLanguage]).map { TextViolation(kind: $0, correction: rules.correction(of: $0, in: draft)) }
  }

  /// For one expectation, whether a ready sentence fits it; the cheapest rule first, since most are refused by their
  /// length.
  package func acceptor(for expectation: NoteExpectation) -> @Sendable (String) -> Bool {
    guard let language = languages[expectation.language] else { return { _ in false } }
    let note = CheckedNote(expectation, language)
    return { text in
      guard expectation.length.contains(text.unicodeScalars.count) else { return false }
      let draft = Draft(text, expectation)
      return wordViolations(draft, note).allSatisfy { $0 == nil } && draft.markViolations(rules).isEmpty
    }
  }

  /// ``acceptor(for:)`` for writers that know only the subject.
  package func acceptor(_ catalog: RoutineCatalog) -> @Sendable (TextSubject) -> @Sendable (String) -> Bool {
    { subject in
      acceptor(for: NoteExpectation(subject, catalog.all.first { $0.id == subject.routine }))
    }
  }

  private func kinds(_ draft: Draft, _ note: CheckedNote) -> [TextViolation.Kind] {
    wordViolations(draft, note).compactMap(\.self) + draft.markViolations(rules)
  }

  /// One rule each, worked out when it is asked for.
  private func wordViolations(
    _ draft: Draft, _ note: CheckedNote
  ) -> LazyMapSequence<[() -> TextViolation.Kind?], TextViolation.Kind?> {
    let checks: [() -> TextViolation.Kind?] = [
      { draft.valueViolation(note.echoes) }, { draft.lengthViolation },
      { draft.sentenceViolation(note.rules.sentences, atMost: rules.mostSentences) },
      { draft.topicViolation(note.hidden) }, { draft.languageViolation(evidence) },
      { draft.assistantViolation(assistantTalk) ?? draft.refusalViolation(note.rules.refusals) },
      { draft.stageViolation(note.rules.stageWords) },
    ]
    return checks.lazy.map { $0() }
  }
}
