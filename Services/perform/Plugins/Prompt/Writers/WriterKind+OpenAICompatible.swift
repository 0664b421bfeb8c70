import OpenAICompatibleText
import ServiceConfiguration
import ServiceHost
import TextProviders

extension WriterKind {
  static let openAICompatible = WriterKind(name: "openai-compatible") { variables, isListed in
    let url = variables.text(
      "OPENAI_TEXT_BASE_URL", default: ChatConfiguration.defaultBaseURL,
      "Where a server with /v1/chat/completions is reached.")
    let key = variables.optionalText("OPENAI_TEXT_API_KEY", "Key for that server, if it wants one.", secret: true)
    let model = variables.optionalText("OPENAI_TEXT_MODEL", "Model that it writes the notes with.")
    guard isListed else {
      if model != nil { variables.warn("OPENAI_TEXT_MODEL is set, but TEXT_PROVIDERS does not list openai-compatible") }
      return nil
    }
    let baseURL = ProviderBaseURL(url)
    if baseURL == nil { variables.refuse("OPENAI_TEXT_BASE_URL", "must be an absolute http or https URL") }
    if model == nil {
      variables.refuse("OPENAI_TEXT_MODEL", "is missing, and TEXT_PROVIDERS lists openai-compatible")
    }
    guard let baseURL, let model else { return nil }
    let configuration = ChatConfiguration(baseURL: baseURL, model: model, apiKey: key)
    return { assembly, _ in ChatWriter(configuration: configuration, transport: assembly.transport) }
  }
}
