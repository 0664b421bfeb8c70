/// What is known about one model: how its thinking is kept short, or why it is not to be used.
///
/// Chosen by exact id, never by a prefix: neighbours in name differ in what they refuse.
package struct GeminiModel: Sendable, Equatable {
  package enum Thinking: Sendable, Equatable {
    /// `thinkingLevel`, for generation 3 and later.
    case level(String)
    /// `thinkingBudget` in tokens, for generation 2.5.
    case budget(Int)
    /// The field is an error for this model, or nothing is known about it.
    case unset
  }

  package static let fallback = "gemini-3.5-flash-lite"

  package let id: String
  package let thinking: Thinking
  /// Why a configuration that names this model is refused; `nil` for a usable one.
  package let refusal: String?

  /// The table's row, or one without a thinking field for an id that the table does not have yet.
  package static func named(_ id: String) -> GeminiModel {
    known.first { $0.id == id } ?? GeminiModel(id: id, thinking: .unset, refusal: nil)
  }

  package static let known: [GeminiModel] = usable + retired + aliases

  private static let usable = [
    GeminiModel(id: "gemini-3.5-flash-lite", thinking: .level("MINIMAL"), refusal: nil),
    GeminiModel(id: "gemini-3.1-flash-lite", thinking: .level("MINIMAL"), refusal: nil),
    GeminiModel(id: "gemini-3.6-flash", thinking: .level("LOW"), refusal: nil),
    GeminiModel(id: "gemini-3.8-flash", thinking: .level("LOW"), refusal: nil),
    GeminiModel(id: "gemini-3.1-pro", thinking: .level("LOW"), refusal: nil),
    GeminiModel(id: "gemini-4-argon", thinking: .unset, refusal: nil),
  ]

  private static let retired = [
    ("gemini-3.7-flash", "gemini-3.8-flash"), ("gemini-3.5-flash", "gemini-3.6-flash"),
    ("gemini-2.5-pro", "gemini-3.8-flash"), ("gemini-2.5-flash", fallback), ("gemini-2.5-flash-lite", fallback),
    ("gemini-2.0-flash", fallback), ("gemini-2.0-flash-lite", fallback), ("gemini-1.5-flash", fallback),
    ("gemini-1.5-flash-8b", fallback), ("gemini-1.5-pro", fallback), ("gemini-pro", fallback),
  ].map { id, successor in
    GeminiModel(id: id, thinking: .unset, refusal: "\(id) is retired; use \(successor)")
  }

  private static let aliases = ["gemini-flash-latest", "gemini-flash-lite-latest", "gemini-pro-latest"].map { id in
    GeminiModel(
      id: id, thinking: .unset,
      refusal: "\(id) is an alias whose model, price and thinking levels change; use \(fallback)")
  }
}
