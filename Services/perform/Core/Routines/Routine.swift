/// One kind of trick: what is asked of the performer and what the note must feel like. A data file each.
package struct Routine: Sendable, Equatable, Decodable {
  package var id: String
  /// By language, as in the settings.
  package var titles: [String: String]
  package var input: RoutineInput
  /// By language; a hint for language models. English stands in for a missing one.
  package var moods: [String: String]
  /// By language: what the note is secretly about when the performer names no topic.
  package var topics: [String: String]
  /// By language: words that would give the routine away. Checked like the topic, by stem.
  package var hiddenWords: [String: [String]]
  /// Whether four digits alone are spoken as a year and not as a quantity; absent: no.
  package var readsYears: Bool?

  private enum CodingKeys: String, CodingKey {
    case id, titles, input, moods, topics
    case hiddenWords = "hidden_words"
    case readsYears = "reads_years"
  }

  package func mood(in language: String) -> String? {
    moods[language] ?? moods["english"]
  }
}
