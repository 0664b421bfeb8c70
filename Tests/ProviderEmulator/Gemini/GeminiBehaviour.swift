/// Ways in which a text model misbehaves while it answers 200; those that change no text are Gemini's own.
package enum GeminiBehaviour: String, Sendable, Codable, CaseIterable {
  // What the text is like.
  case namesTopic = "names_topic"
  case inflectsTopic = "inflects_topic"
  case dropsValue = "drops_value"
  case valueTwice = "value_twice"
  case quotes
  case list
  case label
  case refuses
  case rambles
  case wrongLanguage = "wrong_language"
  case tooShort = "too_short"
  case inflectsValue = "inflects_value"
  case translatesValue = "translates_value"
  case changesCase = "changes_case"
  case mixesLanguages = "mixes_languages"
  case speaksAsModel = "speaks_as_model"
  case numberedList = "numbered_list"
  case emoji
  case lineBreak = "line_break"
  case markup
  case truncatedJSON = "truncated_json"
  case obeysTheValue = "obeys_the_value"

  // Nothing is wrong with the words, only with their form.
  case fenced
  case jsonWrapped = "json_wrapped"
  case decomposed

  // How the answer ends.
  case blockedPrompt = "blocked_prompt"
  case stopEmpty = "stop_empty"
  case maxTokensEmpty = "max_tokens_empty"
  case maxTokensPartial = "max_tokens_partial"
  case safetyAfterText = "safety_after_text"
  case prohibitedContent = "prohibited_content"
  case blocklist
  case spii
  case recitation
  case language
  case other
  case unknownFinish = "unknown_finish"

  // How it is wrapped.
  case otherModelVersion = "other_model_version"
  case modelStatus = "model_status"
  case thoughtParts = "thought_parts"
  case splitParts = "split_parts"
  case noUsage = "no_usage"
  case emptyObject = "empty_object"
  case notJSON = "not_json"

  // How a stream goes wrong, or only differs.
  case streamCut = "stream_cut"
  case streamError = "stream_error"
  case streamEmptyLast = "stream_empty_last"
  case streamLineFeeds = "stream_line_feeds"
}
