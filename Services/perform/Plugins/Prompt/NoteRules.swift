import Stemming

/// What a note must be like, as a model is told it and as the check sees it.
package struct NoteRules: Sendable {
  package let prompt: VoiceNotePrompt
  package let check: TextCheck

  package init(profiles: LanguageProfiles, prompts: PromptFolder) {
    prompt = VoiceNotePrompt(prompts)
    check = TextCheck(profiles: profiles, prompts: prompts)
  }

  /// The rules that this plugin carries, for every language that the stemmers know.
  package static func shipped() throws -> NoteRules {
    let profiles = try LanguageProfiles.shipped()
    return NoteRules(profiles: profiles, prompts: try PromptFolder(languages: profiles.all.map(\.language)))
  }
}
