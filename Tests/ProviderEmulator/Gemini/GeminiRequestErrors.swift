/// Refusals of the model or the body.
enum GeminiRequestErrors {
  static let thinkingLevel = argument(
    "thinking_level_unsupported", "Thinking level is not supported for this model.")
  static let thinkingMinimal = argument(
    "thinking_minimal_unsupported", "Thinking level MINIMAL is not supported for this model.")
  static let thinkingBudget = argument(
    "thinking_budget_unsupported", "Thinking budget is not supported for this model.")
  static let thinkingBoth = argument(
    "thinking_both", "You can only set only one of thinking budget and thinking level.")
  static let unknownField = violations([
    .init(field: nil, description: "Invalid JSON payload received. Unknown name \"x\": Cannot find field.")
  ])
  static let invalidArgument = argument("invalid_argument", "Request contains an invalid argument.")
  static let emptyContents = argument("empty_contents", "* GenerateContentRequest.contents: contents is not specified")
  static let modelNotFound = missing(
    "model_not_found",
    "models/X is not found for API version v1beta, or is not supported for generateContent. Call "
      + "ModelService.ListModels to see the list of available models and their supported methods.")
  static let modelClosed = missing(
    "model_closed_to_new_users",
    "This model models/X is no longer available to new users. Please update your code to use a newer model for the "
      + "latest features and improvements.")

  static let all = [
    thinkingLevel, thinkingMinimal, thinkingBudget, thinkingBoth, unknownField, invalidArgument, emptyContents,
    modelNotFound, modelClosed,
  ]

  /// One thing that is wrong with the body.
  struct FieldViolation: Sendable {
    var field: String?
    var description: String
  }

  /// The 400 that lists what the JSON layer found.
  static func violations(_ found: [FieldViolation]) -> GeminiError {
    GeminiError(
      name: "unknown_field", code: 400, status: "INVALID_ARGUMENT",
      message: found.map(\.description).joined(separator: "\n"),
      details: [
        ["@type": "type.googleapis.com/google.rpc.BadRequest", "fieldViolations": .array(found.map(violation))]
      ])
  }

  private static func violation(_ found: FieldViolation) -> JSON {
    var members: [String: JSON] = ["description": .string(found.description)]
    members["field"] = found.field.map(JSON.string)
    return .object(members)
  }

  private static func argument(_ name: String, _ message: String) -> GeminiError {
    GeminiError(name: name, code: 400, status: "INVALID_ARGUMENT", message: message)
  }

  private static func missing(_ name: String, _ message: String) -> GeminiError {
    GeminiError(name: name, code: 404, status: "NOT_FOUND", message: message)
  }
}
