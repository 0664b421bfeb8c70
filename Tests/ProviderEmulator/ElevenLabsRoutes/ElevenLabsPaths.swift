/// The paths of ElevenLabs; `*` stands for a voice id.
enum ElevenLabsPaths {
  private static let table: [(method: String, path: [String], endpoint: Endpoint)] = [
    ("POST", ["v1", "voices", "add"], .voicesAdd),
    ("GET", ["v1", "voices"], .voicesListOld),
    ("GET", ["v2", "voices"], .voicesList),
    ("GET", ["v1", "voices", "*"], .voiceGet),
    ("DELETE", ["v1", "voices", "*"], .voiceDelete),
    ("POST", ["v1", "voices", "*", "edit"], .voiceEdit),
    ("GET", ["v1", "voices", "*", "settings"], .voiceSettings),
    ("POST", ["v1", "text-to-speech", "*"], .speech),
    ("POST", ["v1", "text-to-speech", "*", "stream"], .speechStream),
    ("GET", ["v1", "user", "subscription"], .subscription),
    ("GET", ["v1", "user"], .user),
    ("GET", ["v1", "models"], .models),
  ]

  static func match(method: String, path: [String]) -> RouteMatch {
    let candidates = table.filter { fits($0.path, path) }
    guard let row = candidates.first(where: { $0.method == method }) else {
      return candidates.isEmpty ? .unknown(.elevenLabs) : .wrongMethod(.elevenLabs)
    }
    let parameter = zip(row.path, path).first { $0.0 == "*" }?.1 ?? ""
    return .endpoint(row.endpoint, parameter: parameter, version: path[0])
  }

  private static func fits(_ pattern: [String], _ path: [String]) -> Bool {
    pattern.count == path.count && zip(pattern, path).allSatisfy { $0 == $1 || $0 == "*" }
  }
}
