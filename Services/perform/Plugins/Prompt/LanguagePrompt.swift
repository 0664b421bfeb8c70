import Stemming

/// What is said about one language to a model, and what gives away in it that a text is no note.
struct LanguagePrompt: Sendable, Decodable {
  var style: String
  /// Phrases that no sleepy speaker says, refusals and introductions: their words in lower case.
  var assistantTalk: [[String]]
  /// What refusals are made of, kind by kind.
  var refusals: [RefusalKind]
  /// Words of the stage, each of which gives the trick away.
  var stageWords: [String]
  /// In lower case, with their dots.
  var abbreviations: Set<String>
  /// A number is made an ordinal by a dot.
  var hasOrdinalDots: Bool

  private enum CodingKeys: String, CodingKey {
    case style, refusals, abbreviations
    case assistantTalk = "assistant_talk"
    case stageWords = "stage_words"
    case hasOrdinalDots = "ordinal_dots"
  }

  init(from decoder: any Decoder) throws {
    let file = try decoder.container(keyedBy: CodingKeys.self)
    style = try file.decode(String.self, forKey: .style)
    assistantTalk = try file.decode([String].self, forKey: .assistantTalk).map { Word.all(in: $0).map(\.text) }
    refusals = try file.decode([RefusalKind].self, forKey: .refusals)
    stageWords = try file.decode([String].self, forKey: .stageWords)
    abbreviations = try file.decode(Set<String>.self, forKey: .abbreviations)
    hasOrdinalDots = try file.decodeIfPresent(Bool.self, forKey: .hasOrdinalDots) ?? false
  }
}

/// One kind of words that refusals are made of: an apology, an inability, a service offered or denied, …
struct RefusalKind: Sendable, Decodable {
  /// What one phrase of this kind says about the whole text; further ones add nothing.
  var points: Int
  /// `…` stands for a few words in between.
  var phrases: [String]
}
