import GeminiText
import ServiceConfiguration
import ServiceHost

extension WriterKind {
  static let gemini = WriterKind(name: "gemini") { variables, isListed in
    let key = googleKey(variables)
    let model = variables.text("GEMINI_MODEL", default: GeminiModel.fallback, "Gemini model that writes the notes.")
    let url = variables.text("GEMINI_BASE_URL", default: GeminiConfiguration.defaultBaseURL, "Where Gemini is reached.")
    guard isListed, let configuration = configuration(variables, key: key, model: model, url: url) else { return nil }
    return { assembly, journal in
      GeminiWriter(configuration: configuration, transport: assembly.transport) { journal.record($0) }
    }
  }

  static func googleKey(_ variables: VariableReader) -> String? {
    variables.optionalText("GOOGLE_API_KEY", "Key for Gemini.", secret: true)
  }

  private static func configuration(
    _ variables: VariableReader, key: String?, model: String, url: String
  ) -> GeminiConfiguration? {
    guard let key else {
      variables.refuse("GOOGLE_API_KEY", "is missing, and TEXT_PROVIDERS lists gemini")
      return nil
    }
    do {
      return try GeminiConfiguration(apiKey: key, model: model, baseURL: url)
    } catch {
      for problem in error.problems { variables.refuse(variable(of: problem), "cannot be used: \(problem)") }
      return nil
    }
  }

  private static func variable(of problem: String) -> String {
    problem.contains("key") ? "GOOGLE_API_KEY" : problem.contains("URL") ? "GEMINI_BASE_URL" : "GEMINI_MODEL"
  }
}
