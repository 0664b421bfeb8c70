import TextProviders

/// Where a server of the chat-completions form is, and what it is asked for.
package struct ChatConfiguration: Sendable {
  package static let defaultBaseURL = "https://api.openai.com/v1"

  /// Absolute URL of `chat/completions`.
  package let endpoint: String
  package let model: String
  let apiKey: String?

  /// - Parameters:
  ///   - baseURL: with the version in its path, as the official clients take it; without a path `/v1` is added.
  ///   - apiKey: sent as a bearer token; servers of one's own mostly need none.
  package init(baseURL: ProviderBaseURL, model: String, apiKey: String?) {
    endpoint = baseURL.text + (baseURL.hasPath ? "" : "/v1") + "/chat/completions"
    self.model = model
    self.apiKey = apiKey
  }
}
