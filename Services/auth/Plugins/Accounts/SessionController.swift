import AuthCore
import HTTPTypes
import Hummingbird
import Schemas
import ServiceHTTP
import ServiceHost

struct SessionController: Sendable {
  let login: Login
  let sessions: SessionRenewal
  let limits: AccountsConfiguration
  let byAccount: SubjectLimit
  let byUser: SubjectLimit

  var routes: [Route] {
    [
      Route(
        .post, "/auth/login", "Opens a session", access: .open, limits: [limits.login.address], body: LoginRequest.self
      ) { _, body in
        try await byAccount.admit(body.username.nameKey)
        return try tokens(await login.login(body))
      },
      Route(
        .post, "/auth/refresh", "New tokens for a refresh token, which is used up", access: .open,
        limits: [limits.refresh.address], body: RefreshRequest.self
      ) { _, body in try await refresh(body) },
      Route(
        .post, "/auth/logout", "Ends the session of a refresh token", access: .open,
        limits: [limits.refresh.address], body: RefreshRequest.self
      ) { _, body in
        try await sessions.close(body.refreshToken)
        return Reply.empty()
      },
      Route(.post, "/auth/logout-all", "Ends all sessions of the user, everywhere", access: .user) { call in
        try await sessions.closeAll(of: call.userID())
        return Reply.empty()
      },
    ]
  }

  private func refresh(_ body: RefreshRequest) async throws -> Response {
    let owner = try await sessions.owner(of: body.refreshToken)
    try await byUser.admit(owner)
    return try tokens(await sessions.renew(body.refreshToken, of: owner))
  }

  /// Tokens are never cached (RFC 6749, section 5.1).
  private func tokens(_ answer: SessionAnswer) throws -> Response {
    try Reply.json(answer, headers: [.cacheControl: "no-store"])
  }
}
