/// The paths of Gemini: `{version}/models`, `{version}/models/{id}` and `{version}/models/{id}:{method}`.
enum GeminiPaths {
  private static let calls: [String: Endpoint] = [
    "generateContent": .generate, "streamGenerateContent": .generateStream, "countTokens": .countTokens,
  ]

  static func match(method: String, path: [String]) -> RouteMatch {
    guard path.count == 2 || path.count == 3, ["v1", "v1beta"].contains(path[0]), path[1] == "models" else {
      return .unknown(.gemini)
    }
    guard path.count == 3 else {
      return method == "GET" ? .endpoint(.geminiModels, parameter: "", version: path[0]) : .wrongMethod(.gemini)
    }
    let parts = path[2].split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let model = parts.first else {
      return method == "GET" ? .endpoint(.geminiModel, parameter: path[2], version: path[0]) : .wrongMethod(.gemini)
    }
    guard let endpoint = calls[parts[1]] else { return .unknown(.gemini) }
    return method == "POST" ? .endpoint(endpoint, parameter: model, version: path[0]) : .wrongMethod(.gemini)
  }
}
