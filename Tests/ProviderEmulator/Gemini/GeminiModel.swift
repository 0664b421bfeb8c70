/// A row of the table of text models, state of 2026-11-22.
struct GeminiModel: Sendable {
  enum Thinking: Sendable {
    /// Levels that the model takes; the first one is the default.
    case levels([String])
    /// A number of tokens, 0 to turn it off.
    case budget(ClosedRange<Int>, standard: Int)
    /// A number of tokens, never off.
    case budgetAlways(ClosedRange<Int>, standard: Int)
  }

  enum State: Sendable {
    case current
    /// Still answers, through another model, and says so.
    case deprecated(answeredBy: String)
    /// Listed, but only old projects may call it.
    case closedToNewUsers
    /// An alias of v1beta.
    case alias(of: String)
  }

  var id: String
  var displayName: String
  var thinking: Thinking
  var state = State.current

  private static let fromMinimal = Thinking.levels(["MINIMAL", "LOW", "MEDIUM", "HIGH"])
  private static let fromMedium = Thinking.levels(["MEDIUM", "MINIMAL", "LOW", "HIGH"])
  private static let withoutMinimal = Thinking.levels(["MEDIUM", "LOW", "HIGH"])

  static let all = [
    GeminiModel(id: "gemini-3.5-flash-lite", displayName: "Gemini 3.5 Flash-Lite", thinking: fromMinimal),
    GeminiModel(id: "gemini-3.1-flash-lite", displayName: "Gemini 3.1 Flash-Lite", thinking: fromMinimal),
    GeminiModel(id: "gemini-3.6-flash", displayName: "Gemini 3.6 Flash", thinking: fromMedium),
    GeminiModel(id: "gemini-3.8-flash", displayName: "Gemini 3.8 Flash", thinking: withoutMinimal),
    GeminiModel(id: "gemini-4-argon", displayName: "Gemini 4 Argon", thinking: withoutMinimal),
    GeminiModel(id: "gemini-3.1-pro", displayName: "Gemini 3.1 Pro", thinking: withoutMinimal),
    GeminiModel(
      id: "gemini-3.7-flash", displayName: "Gemini 3.7 Flash", thinking: withoutMinimal,
      state: .deprecated(answeredBy: "gemini-3.8-flash")),
    GeminiModel(
      id: "gemini-3.5-flash", displayName: "Gemini 3.5 Flash", thinking: fromMedium,
      state: .deprecated(answeredBy: "gemini-3.6-flash")),
    GeminiModel(
      id: "gemini-2.5-flash", displayName: "Gemini 2.5 Flash", thinking: .budget(0...24_576, standard: -1),
      state: .closedToNewUsers),
    GeminiModel(
      id: "gemini-2.5-flash-lite", displayName: "Gemini 2.5 Flash-Lite", thinking: .budget(0...24_576, standard: 0),
      state: .closedToNewUsers),
    GeminiModel(
      id: "gemini-2.5-pro", displayName: "Gemini 2.5 Pro", thinking: .budgetAlways(128...32_768, standard: -1),
      state: .closedToNewUsers),
    GeminiModel(
      id: "gemini-flash-latest", displayName: "Gemini Flash Latest", thinking: withoutMinimal,
      state: .alias(of: "gemini-3.8-flash")),
    GeminiModel(
      id: "gemini-flash-lite-latest", displayName: "Gemini Flash-Lite Latest", thinking: fromMinimal,
      state: .alias(of: "gemini-3.5-flash-lite")),
    GeminiModel(
      id: "gemini-pro-latest", displayName: "Gemini Pro Latest", thinking: withoutMinimal,
      state: .alias(of: "gemini-4-argon")),
  ]

  static func listed(in version: String) -> [GeminiModel] { all.filter { version == "v1beta" || !$0.isAlias } }

  private var isAlias: Bool { if case .alias = state { true } else { false } }

  /// The id that `modelVersion` names.
  var answeredBy: String {
    switch state {
    case .deprecated(let other), .alias(let other): other
    case .current, .closedToNewUsers: id
    }
  }
}
