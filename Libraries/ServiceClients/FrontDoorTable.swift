/// Which service answers which public paths: the front door routes by it, and the documentation prints it.
package enum FrontDoorTable {
  /// Patterns by service. `{…}` stands for one segment, a trailing `*` for any rest of the path.
  package static let patterns: [(service: ServiceName, pattern: String)] = [
    (.voice, "/user/voice"), (.voice, "/users/{id}/voice*"), (.voice, "/users/{id}/recordings*"),
    (.voice, "/audio/*"), (.voice, "/ambient/*"), (.voice, "/admin/voice-pool/*"), (.voice, "/admin/voice-clones*"),
    (.voice, "/providers/elevenlabs/status"),
    (.perform, "/perform*"), (.perform, "/generate-thought"), (.perform, "/generate-audio"), (.perform, "/routines"),
    (.perform, "/provenance/verify"),
    (.billing, "/users/{id}/usage*"), (.billing, "/users/{id}/meta"), (.billing, "/models/costs"),
    (.billing, "/admin/billing/*"),
    (.auth, "/auth/*"), (.auth, "/.well-known/jwks.json"), (.auth, "/user/me"), (.auth, "/user/settings"),
    (.auth, "/user/export"), (.auth, "/users/{id}/settings"), (.auth, "/admin/activation-codes"),
    (.auth, "/admin/users*"), (.auth, "/admin/audit"),
  ]

  /// The owner of a path, with or without the older clients' `/api`; `nil` for internal and unknown ones.
  package static func owner(of path: String) -> ServiceName? {
    let bare = path.prefix { $0 != "?" }
    let parts = (bare.hasPrefix("/api/") ? bare.dropFirst(4) : bare).split(separator: "/")
    return patterns.first { matches($0.pattern.split(separator: "/"), parts) }?.service
  }

  private static func matches(_ pattern: [Substring], _ parts: [Substring]) -> Bool {
    let open = pattern.last?.hasSuffix("*") ?? false
    guard open ? parts.count >= pattern.count - (pattern.last == "*" ? 1 : 0) : parts.count == pattern.count else {
      return false
    }
    return zip(pattern, parts).allSatisfy { expected, part in
      if expected.hasPrefix("{") { return true }
      return expected.hasSuffix("*") ? part.hasPrefix(expected.dropLast()) : expected == part
    }
  }
}
