import TextProviders

/// The body of `generateContent`.
struct GeminiRequestBody: Encodable {
  var systemInstruction: Content
  var contents: [Content]
  var generationConfig: Generation
  var safetySettings: [Safety]

  init(_ request: TextRequest, _ configuration: GeminiConfiguration) {
    systemInstruction = Content(role: nil, parts: [Part(text: request.instructions)])
    contents = [Content(role: "user", parts: [Part(text: request.message)])]
    generationConfig = Generation(
      maxOutputTokens: configuration.maximumOutputTokens, temperature: configuration.temperature,
      thinkingConfig: Thinking(configuration.model.thinking))
    safetySettings = Self.categories.map { Safety(category: $0, threshold: configuration.safetyThreshold) }
  }

  struct Content: Encodable {
    var role: String?
    var parts: [Part]
  }

  struct Part: Encodable {
    var text: String
  }

  struct Generation: Encodable {
    var maxOutputTokens: Int
    var temperature: Double?
    var thinkingConfig: Thinking?
  }

  /// Level and budget exclude each other.
  struct Thinking: Encodable {
    var thinkingLevel: String?
    var thinkingBudget: Int?

    init?(_ thinking: GeminiModel.Thinking) {
      switch thinking {
      case .level(let level): thinkingLevel = level
      case .budget(let tokens): thinkingBudget = tokens
      case .unset: return nil
      }
    }
  }

  struct Safety: Encodable {
    var category: String
    var threshold: String
  }

  private static let categories = [
    "HARM_CATEGORY_HARASSMENT", "HARM_CATEGORY_HATE_SPEECH", "HARM_CATEGORY_SEXUALLY_EXPLICIT",
    "HARM_CATEGORY_DANGEROUS_CONTENT",
  ]
}
