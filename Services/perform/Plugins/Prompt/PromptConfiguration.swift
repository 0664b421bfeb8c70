import GeminiText
import ServiceConfiguration

/// Which writers are asked, and for how long.
///
/// `TEXT_PROVIDERS` (`gemini,template`; without a key `template`), `GOOGLE_API_KEY`, `GEMINI_BASE_URL`,
/// `GEMINI_MODEL`, `TEXT_PROVIDER_TIMEOUT_SECONDS` (8, for all language models together). The offline writer always
/// stands last, whether or not it is listed: nothing unchecked is ever spoken.
package struct PromptConfiguration: Sendable {
  var gemini: GeminiConfiguration?
  var hasGoogleKey: Bool
  var timeout: Duration

  init(_ variables: VariableReader) {
    let key = variables.optionalText("GOOGLE_API_KEY", "Key for Gemini.", secret: true)
    let model = variables.text("GEMINI_MODEL", default: GeminiModel.fallback, "Gemini model that writes the notes.")
    let url = variables.text("GEMINI_BASE_URL", default: GeminiConfiguration.defaultBaseURL, "Where Gemini is reached.")
    let wanted = Self.providers(variables, hasKey: key != nil)
    timeout = variables.seconds(
      "TEXT_PROVIDER_TIMEOUT_SECONDS", default: 8, in: 1...60, "Longest wait for a text, corrections included.")
    hasGoogleKey = key != nil
    if wanted.contains("gemini") { gemini = Self.gemini(variables, key: key, model: model, url: url) }
  }

  private static func providers(_ variables: VariableReader, hasKey: Bool) -> [String] {
    variables.parsed(
      "TEXT_PROVIDERS", kind: "a list of gemini, template", default: hasKey ? ["gemini", "template"] : ["template"],
      shownDefault: "gemini,template", "Writers in the order in which they are asked."
    ) { text in
      let names = text.split(separator: ",").map { String($0).filter { $0 != " " } }
      return !names.isEmpty && names.allSatisfy(["gemini", "template"].contains) ? names : nil
    }
  }

  private static func gemini(
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
