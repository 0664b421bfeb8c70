/// Where a request goes: an emulated call with its path parameter, or nowhere.
enum RouteMatch: Equatable {
  case endpoint(Endpoint, parameter: String, version: String)
  case wrongMethod(Provider)
  case unknown(Provider)

  /// Both serve `GET /v1/models`. A path that starts with `/elevenlabs`, `/gemini` or `/openai` says which one
  /// is meant; otherwise the form of the path and Google's own headers and query parameters tell them apart.
  init(method: String, segments: [String], looksLikeGoogle: Bool) {
    let provider = segments.first.flatMap(Provider.init(rawValue:))
    let path = provider == nil ? segments : Array(segments.dropFirst())
    switch provider ?? Self.guess(path, looksLikeGoogle: looksLikeGoogle) {
    case .gemini: self = GeminiPaths.match(method: method, path: path)
    case .elevenLabs: self = ElevenLabsPaths.match(method: method, path: path)
    case .openAI: self = OpenAIPaths.match(method: method, path: path)
    }
  }

  private static func guess(_ path: [String], looksLikeGoogle: Bool) -> Provider {
    if path.first == "v1beta" { return .gemini }
    if path.prefix(2) == ["v1", "chat"] { return .openAI }
    guard path.first == "v1", path.count > 1, path[1] == "models" else { return .elevenLabs }
    return path.count > 2 || looksLikeGoogle ? .gemini : .elevenLabs
  }
}
