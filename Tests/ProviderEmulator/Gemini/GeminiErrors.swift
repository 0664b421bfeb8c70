/// Every error that can be scripted by name.
enum GeminiErrors {
  static let all = GeminiKeyErrors.all + GeminiRequestErrors.all + GeminiLoadErrors.all

  static func named(_ name: String) -> GeminiError? { all.first { $0.name == name } }
}
