/// The two paths that are emulated: `v1/chat/completions` and `v1/audio/speech`.
enum OpenAIPaths {
  private static let endpoints: [[String]: Endpoint] = [
    ["v1", "chat", "completions"]: .chat, ["v1", "audio", "speech"]: .stockSpeech,
  ]

  static func match(method: String, path: [String]) -> RouteMatch {
    guard let endpoint = endpoints[path] else { return .unknown(.openAI) }
    return method == "POST" ? .endpoint(endpoint, parameter: "", version: "v1") : .wrongMethod(.openAI)
  }
}
