/// One rule that a draft breaks.
package struct TextViolation: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case valueMissing = "value_missing"
    case valueAltered = "value_altered"
    case valueRepeated = "value_repeated"
    case topicNamed = "topic_named"
    case tooShort = "too_short"
    case tooLong = "too_long"
    case tooManySentences = "too_many_sentences"
    case wrongLanguage = "wrong_language"
    /// A refusal or an introduction: the model speaks as itself.
    case assistantTalk = "assistant_talk"
    /// The trick is talked about.
    case stageTalk = "stage_talk"
    case quotes, label, list, markup, emoji
    case lineBreak = "line_break"
  }

  package var kind: Kind
  /// What the next draft must do, in words for a language model; quotes neither value nor topic nor draft.
  package var correction: String
}
