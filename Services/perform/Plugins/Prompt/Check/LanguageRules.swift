import Stemming

/// What is checked in one language, its words stemmed once.
struct LanguageRules: Sendable {
  let profile: LanguageProfile
  let stageWords: HiddenWords
  let refusals: RefusalRule
  let sentences: SentenceRule

  init(_ profile: LanguageProfile, _ prompt: LanguagePrompt) {
    self.profile = profile
    stageWords = HiddenWords(topic: nil, phrases: prompt.stageWords, in: profile)
    refusals = RefusalRule(prompt.refusals, stemmer: profile.stemmer)
    sentences = SentenceRule(prompt)
  }
}

/// One note's expectation with everything that is the same for all of its drafts.
struct CheckedNote: Sendable {
  let expectation: NoteExpectation
  let rules: LanguageRules
  let hidden: HiddenWords
  let echoes: SpokenEchoes

  init(_ expectation: NoteExpectation, _ rules: LanguageRules) {
    self.expectation = expectation
    self.rules = rules
    hidden = HiddenWords(topic: expectation.topic, phrases: expectation.hiddenWords, in: rules.profile)
    echoes = SpokenEchoes(expectation, in: rules.profile)
  }
}
