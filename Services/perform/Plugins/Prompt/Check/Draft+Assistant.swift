import Stemming

extension Draft {
  /// A model that refuses or introduces its note has not written one, however well the rest fits.
  func assistantViolation(_ prompt: LanguagePrompt) -> TextViolation.Kind? {
    let spoken = surroundings.map { Word.all(in: String($0)).map(\.text) }
    let isTold = prompt.assistantTalk.contains { phrase in spoken.contains { $0.contains(phrase) } }
    return isTold ? .assistantTalk : nil
  }
}
