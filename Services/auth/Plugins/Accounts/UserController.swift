import AuthCore
import HTTPTypes
import Hummingbird
import Schemas
import ServiceClients
import ServiceHTTP

struct UserController: Sendable {
  let parts: AccountParts
  let billing: BillingClient

  var routes: [Route] {
    [
      Route(.get, "/user/me", "Who is logged in, and what they have used", access: .user) { call in
        try await me(call)
      },
      Route(
        .get, "/internal/auth/users/{id}", "Settings and flags of a user",
        access: .services(["voice", "perform", "billing"])
      ) { call in try await internalUser(call) },
    ]
  }

  private func me(_ call: Call) async throws -> Response {
    let account = try await parts.currentUser(call.userID())
    let usage = try await usage(of: account.id)
    return try Reply.json(
      UserAnswer(
        userID: account.id, username: account.username.text, email: account.email.text, role: account.role,
        charCount: usage.charCount, monthlyLimit: usage.monthlyLimit),
      headers: [.cacheControl: "private, no-store"])
  }

  /// Billing's own problems are not the user's: whatever they are, the usage is not to be had now.
  private func usage(of userID: String) async throws(ServiceError) -> UsageAnswer {
    do {
      return try await billing.usage(of: userID)
    } catch {
      let known = error as? ServiceError
      throw ServiceError(
        .dependencyUnavailable, "The billing service does not answer.", details: ["dependency": "billing"],
        retryAfter: known?.retryAfter ?? .seconds(2), cause: known?.cause ?? known?.code.rawValue ?? "unreadable answer"
      )
    }
  }

  /// - Throws: `NOT_FOUND`, `ACCOUNT_DISABLED`.
  private func internalUser(_ call: Call) async throws -> Response {
    guard let account = try await parts.store.account(call.parameter("id")) else { throw ServiceError(.notFound) }
    guard !account.disabled else { throw ServiceError(.accountDisabled) }
    let stored = try await parts.settings.settings(of: account.id)
    let tag = EntityTag(versions: account.version, stored.version)
    guard !tag.isKnown(ifNoneMatch: call.header("If-None-Match")) else {
      return Response(status: .notModified, headers: [.eTag: tag.text])
    }
    return try Reply.json(
      InternalUserAnswer(userID: account.id, settings: stored.settings, voiceCloning: account.voiceCloning),
      headers: [.eTag: tag.text])
  }
}
