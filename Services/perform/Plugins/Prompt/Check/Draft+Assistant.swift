import Stemming

extension Draft {
  /// A model that refuses or introduces its note has not written one, however well the rest fits.
  func assistantViolation(_ phrases: PhraseIndex) -> TextViolation.Kind? {
    let isTold = surroundings.contains { phrases.occurs(in: Word.all(in: String($0)).map(\.text)) }
    return isTold ? .assistantTalk : nil
  }

  /// - Parameter vocabulary: words of the stage.
  func stageViolation(_ vocabulary: HiddenWords) -> TextViolation.Kind? {
    vocabulary.occur(in: text, outside: valueRange) ? .stageTalk : nil
  }

  func refusalViolation(_ rule: RefusalRule) -> TextViolation.Kind? {
    rule.isMet(by: surroundings.joined(separator: Self.stand)) ? .assistantTalk : nil
  }
}
