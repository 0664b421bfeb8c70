/// What is forbidden in every language, and how a model is told.
struct CheckRules: Sendable, Decodable {
  var mostSentences: Int
  var markup: Set<Unicode.Scalar>
  var listMarks: Set<String>
  /// By kind of violation; `{length}`, `{minimum}`, `{maximum}` and `{language}` are filled in.
  var corrections: [String: String]

  private enum CodingKeys: String, CodingKey {
    case markup, corrections
    case mostSentences = "most_sentences"
    case listMarks = "list_marks"
  }

  init(from decoder: any Decoder) throws {
    let file = try decoder.container(keyedBy: CodingKeys.self)
    mostSentences = try file.decode(Int.self, forKey: .mostSentences)
    markup = Set(try file.decode(String.self, forKey: .markup).unicodeScalars)
    listMarks = try file.decode(Set<String>.self, forKey: .listMarks)
    corrections = try file.decode([String: String].self, forKey: .corrections)
  }

  /// What the next draft must do, in words for a language model; quotes neither value nor topic nor draft.
  func correction(of kind: TextViolation.Kind, in draft: Draft) -> String {
    let (length, range) = (draft.text.unicodeScalars.count, draft.expectation.length)
    return (corrections[kind.rawValue] ?? "")
      .replacing("{length}", with: String(length))
      .replacing("{minimum}", with: String(range.lowerBound))
      .replacing("{maximum}", with: String(range.upperBound))
      .replacing("{language}", with: draft.expectation.language)
  }
}
