/// How many tokens a model spends on thinking, and which ways of asking for it are refused.
enum ThinkingEffort {
  private static let tokens = ["MINIMAL": 0, "LOW": 60, "MEDIUM": 320, "HIGH": 1_000]

  static func tokens(_ asked: [String: JSON], _ model: GeminiModel, _ request: EmulatorRequest) throws -> Int {
    let level = asked["thinkingLevel"]?.string.flatMap { $0 == "THINKING_LEVEL_UNSPECIFIED" ? nil : $0 }
    let budget = asked["thinkingBudget"]?.int
    guard level == nil || budget == nil else { throw GeminiRequestErrors.thinkingBoth.refusal(request) }
    switch model.thinking {
    case .levels(let allowed):
      return try spent(level ?? budget.map(Self.level) ?? allowed[0], allowed, request)
    case .budget(let range, let standard):
      return try spent(level, budget ?? standard, range, request)
    case .budgetAlways(let range, let standard):
      return try spent(level, budget ?? standard, range, request)
    }
  }

  /// A level that the model does not have is an error.
  private static func spent(_ level: String, _ allowed: [String], _ request: EmulatorRequest) throws -> Int {
    guard allowed.contains(level) else {
      throw GeminiRequestErrors.thinkingMinimal.refusal(
        request, message: "Thinking level \(level) is not supported for this model.")
    }
    return tokens[level] ?? 0
  }

  /// Older models know no levels; -1 lets the model choose.
  private static func spent(
    _ level: String?, _ budget: Int, _ range: ClosedRange<Int>, _ request: EmulatorRequest
  ) throws -> Int {
    guard level == nil else { throw GeminiRequestErrors.thinkingLevel.refusal(request) }
    if budget == -1 { return 320 }
    guard range.contains(budget) else {
      throw GeminiRequestErrors.invalidArgument.refusal(
        request,
        message: "The thinking budget \(budget) is invalid. Please choose a value between \(range.lowerBound) and "
          + "\(range.upperBound).")
    }
    return min(budget, 320)
  }

  /// What a budget means to a model with levels.
  private static func level(_ budget: Int) -> String {
    switch budget {
    case 0: "MINIMAL"
    case ..<0: "MEDIUM"
    case ...1_024: "LOW"
    case ...8_192: "MEDIUM"
    default: "HIGH"
    }
  }
}
