/// The one path that is emulated: `v1/chat/completions`.
enum OpenAIPaths {
  static func match(method: String, path: [String]) -> RouteMatch {
    guard path == ["v1", "chat", "completions"] else { return .unknown(.openAI) }
    return method == "POST" ? .endpoint(.chat, parameter: "", version: "v1") : .wrongMethod(.openAI)
  }
}
