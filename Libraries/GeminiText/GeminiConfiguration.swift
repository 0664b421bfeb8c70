import TextProviders

/// Where and how Gemini is asked.
package struct GeminiConfiguration: Sendable {
  package static let defaultBaseURL = "https://generativelanguage.googleapis.com"

  /// Scheme, host and, if any, a path prefix; no trailing slash.
  package let baseURL: String
  /// `v1beta` or `v1`.
  package let version: String
  package let model: GeminiModel
  let apiKey: String
  /// Tokens for thinking and text together; a note needs about sixty.
  package var maximumOutputTokens = 1024
  /// Left to the model when `nil`, as its makers advise since generation 3.5.
  package var temperature: Double?
  /// Threshold of the four main harm categories.
  package var safetyThreshold = "BLOCK_MEDIUM_AND_ABOVE"

  /// - Throws: ``GeminiConfigurationError`` with every problem at once: an empty key, a malformed URL, an unknown
  ///   version, a model that is retired or only an alias.
  package init(
    apiKey: String, model: String = GeminiModel.fallback, baseURL: String = defaultBaseURL, version: String = "v1beta"
  ) throws(GeminiConfigurationError) {
    self.apiKey = apiKey
    self.model = GeminiModel.named(model)
    self.version = version
    self.baseURL = ProviderBaseURL(baseURL)?.text ?? ""
    guard problems.isEmpty else { throw GeminiConfigurationError(problems: problems) }
  }

  private var problems: [String] {
    var problems: [String] = []
    if apiKey.isEmpty || apiKey.contains(where: { $0.isWhitespace || $0.isNewline }) {
      problems.append("the key is empty or contains white space")
    }
    if baseURL.isEmpty { problems.append("the base URL is not an absolute http or https URL") }
    if !["v1", "v1beta"].contains(version) { problems.append("the version is neither v1 nor v1beta") }
    if let refusal = model.refusal { problems.append(refusal) }
    if !model.id.allSatisfy(\.isModelCharacter) || model.id.isEmpty { problems.append("the model is not a model id") }
    return problems
  }
}

/// Everything that is wrong with a ``GeminiConfiguration``; holds no key.
package struct GeminiConfigurationError: Error, Sendable, Equatable {
  package var problems: [String]
}

extension Character {
  fileprivate var isModelCharacter: Bool { isASCII && (isLetter || isNumber || "-._".contains(self)) }
}
