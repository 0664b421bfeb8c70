import AuthCore
import Schemas

/// What an administrator does to accounts.
struct AccountAdministration: Sendable {
  let parts: AccountParts

  func page(_ query: PageQuery) async throws -> [Account] {
    try await parts.store.page(query)
  }

  /// - Throws: `NOT_FOUND`, `LAST_ADMIN`.
  func change(_ id: String, _ request: AccountChangeRequest, by actor: String) async throws -> Account {
    let account = try await parts.store.update(id) { account in
      account.role = request.role ?? account.role
      account.disabled = request.disabled ?? account.disabled
      account.voiceCloning = request.voiceCloning ?? account.voiceCloning
    }
    if request.disabled == true {
      try await parts.sessions.closeAll(of: id)
    } else if request.role != nil {
      // Tokens carry the role: the old ones must not outlive it.
      try await parts.sessions.voidAccessTokens(of: id)
    }
    try await parts.audit.record(.accountChanged, by: actor, about: id, Self.details(request))
    return account
  }

  private static func details(_ request: AccountChangeRequest) -> [String: JSONValue] {
    var details: [String: JSONValue] = [:]
    details["role"] = request.role.map { .string($0.rawValue) }
    details["disabled"] = request.disabled.map { .bool($0) }
    details["voice_cloning"] = request.voiceCloning.map { .bool($0) }
    return details
  }
}
